"""Twelve ventures of an invented programme, in the plain form that a founder can send to the chat."""

from __future__ import annotations

import json
from dataclasses import dataclass

STAGE = "pre_launch"


@dataclass(frozen=True)
class Founder:
    """Somebody with a venture: `activities` and the others are lines as they would be written."""

    name: str
    venture: str
    promise: str
    activities: str
    resources: str
    partners: str
    costs: str

    def as_file(self) -> bytes:
        """Give the canvas as the file that is sent to the chat."""
        return json.dumps(
            {
                "company": self.venture,
                "stage": STAGE,
                "value_proposition": self.promise,
                "activities": self.activities.split("; "),
                "resources": self.resources.split("; "),
                "partners": self.partners.split("; "),
                "costs": self.costs.split("; "),
            }
        ).encode()


FOUNDERS = (
    Founder(
        "Lena",
        "Bean Wheels",
        "Good coffee in two minutes, for commuters",
        "Talk to 30 commuters; Get street permit; Brew and serve; Post on Instagram",
        "Cart; Espresso machine; Lena; Tom",
        "Mill Roasters: beans / our orders",
        "Cart 350 a month; Beans 0.90 a cup",
    ),
    Founder(
        "Omar",
        "Second Chair",
        "Old furniture made new, for first flats",
        "Test three finishes; Find a workshop; Sand and paint",
        "Workshop; Sander; Omar",
        "House clearers: chairs / quick pick-up",
        "Workshop 420 a month; Paint 6 a piece",
    ),
    Founder(
        "Mei",
        "Night Clinic",
        "A vet who comes at night, for worried owners",
        "Register with the chamber; Answer night calls; Post in owners' groups",
        "Van; Licence; Mei",
        "Day vets: hand-overs / their nights off",
        "Van lease 390 a month; Medicine 14 a visit",
    ),
    Founder(
        "Paul",
        "Sour & Crust",
        "Sourdough by subscription, for offices",
        "Bake a test batch; Sign ten offices; Deliver before eight",
        "Oven; Starter; Paul; Ines",
        "Hill Mill: flour / steady orders",
        "Flour 0.80 a loaf; Oven 120 a month",
    ),
    Founder(
        "Sara",
        "Pocket Tutor",
        "Maths help by phone, for parents' evenings",
        "Write twenty lessons; Try them with five families; Answer questions",
        "Lessons; Laptop; Sara",
        "School: introductions / free hours",
        "Hosting 30 a month",
    ),
    Founder(
        "Tomas",
        "Green Stairs",
        "Plants for stairwells, for landlords",
        "Measure ten stairwells; Water and replace",
        "Van; Plants; Tomas",
        "Nursery: plants / monthly orders",
        "Van 260 a month; Plants 9 a pot",
    ),
    Founder(
        "Aisha",
        "Fair Seams",
        "School uniforms that last, for parents",
        "Sew samples; Show them at two schools; Cut and sew",
        "Two machines; Patterns; Aisha; Noor",
        "Cloth House: cotton / quarterly orders",
        "Room 300 a month; Cloth 7 a piece",
    ),
    Founder(
        "Ben",
        "Bike Doctor",
        "Repairs at your office, for cyclists",
        "Ask fifty cyclists; Repair on the spot",
        "Cargo bike; Tools; Ben",
        "Parts dealer: parts / monthly orders",
        "Parts 11 a repair",
    ),
    Founder(
        "Clara",
        "Quiet Room",
        "A place to work by the hour, for parents",
        "Find a room; Furnish it; Open the door",
        "Room; Desks; Clara",
        "Nursery next door: parents / a discount",
        "Rent 900 a month; Cleaning 120 a month",
    ),
    Founder(
        "Dani",
        "Salt Letters",
        "Books printed by hand, for weddings",
        "Restore the press; Print three samples; Print",
        "Press; Type; Dani",
        "Paper mill: paper / prepaid orders",
        "Studio 280 a month; Paper 2 a card",
    ),
    Founder(
        "Eva",
        "Home Harvest",
        "Vegetable boxes from gardens, for neighbours",
        "Sign eight gardens; Pick and pack; Deliver on Fridays",
        "Gardeners; Boxes; Eva",
        "Gardeners: vegetables / half the price",
        "Boxes 1 a box; Fuel 80 a month",
    ),
    Founder(
        "Finn",
        "Tide Tables",
        "Tables of driftwood, for cafes",
        "Collect wood; Build a table; Show it to four cafes",
        "Workshop; Finn",
        "Harbour master: wood / a clean beach",
        "Workshop 200 a month",
    ),
)
