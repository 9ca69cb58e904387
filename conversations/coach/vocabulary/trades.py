"""What work needs: for each trade, the words that ask for something, and the words that tell it is there."""

from __future__ import annotations

import re

import msgspec

from conversations.coach.vocabulary.matching import listed


class Need(msgspec.Struct, frozen=True):
    """What some activities can't do without: `asks` is found in an activity, `met` anywhere it may be had."""

    name: str
    asks: re.Pattern[str]
    met: re.Pattern[str]


_VEHICLES = """
    van | vans | truck* | lorr* | car | cars | vehicle* | bike* | bicycle* | scooter* | motorbike* |
    motorcycle* | moped* | fleet | cart | carts | trailer* | boat* | ship | plane* | tuk-tuk* | pickup* |
    pick-up* | minibus* | bus | drone* | trolley* | jeep* | wagon* | horse* | rider* | driver* |
    courier* | delivery partner* | delivery service* | post office | parcel* | shipping | postal |
    logistics | transport* | fuel | diesel | petrol | mileage | dhl | ups | fedex | carrier* |
    ambulance* | delivery crew | freight | tram | train pass | mobile clinic | mobile unit | motor*
    """
_CAMERA = """
    camera* | smartphone* | phone | phones | filmmaker* | videographer* | photographer* | studio | gopro |
    film crew
    """


def _need(name: str, asks: str, met: str) -> Need:
    return Need(name, re.compile(asks, re.IGNORECASE), listed(met))


NEEDS = (
    _need(
        "vehicle",
        r"^(?:drive|driving|deliver|delivering|transport|haul|fetch|pick up|tow)\b(?!.{0,40}\b(?:training|"
        r"workshop|course|online|value|content|class|lesson|report|software|digital|result|by (?:post|mail|"
        r"courier|email)|on foot|consult|service))|\bdeliver(?:y|ies)?\b.{0,40}\b(?:by van|to your door|"
        r"to the door|homes|households|door)\b|\bby van\b|\bdrive to\b|\band deliver\b(?! (?:training|"
        r"workshop|course|online|value|content|class|lesson|report))|\bmobile (?:clinic|library)",
        _VEHICLES,
    ),
    _need(
        "laboratory",
        r"\blab[- ]?test|\b(?:test|analy[sz]e|examine)\b.{0,25}\b(?:blood|soil|water|samples?|urine|dna|"
        r"tissue|milk)\b",
        "lab* | analyser* | analyzer* | test kit* | microscope* | centrifuge* | instruments | spectromet* |"
        " kit",
    ),
    _need(
        "oven",
        r"^(?:\w+ing and )?(?:bake|baking|roast|roasting|cook|cooking|fry|grill)\b|\b(?:and|we) (?:bake|"
        r"cook|roast)\b|\b(?:fire|bake|make) pizzas?\b|\bteach (?:cooking|baking)\b",
        "oven* | kitchen* | stove* | cooker* | bakery | bakehouse | grill* | fryer* | smokehouse |"
        " roaster* | roastery | pot | pots | kettle* | equipment | food truck* | truck | cart | carts |"
        " restaurant* | stall | café | cafe | canteen | machine* | hob | wok* | facilit* | premises |"
        " wood fire | barbecue",
    ),
    _need(
        "camera",
        r"^(?:film|shoot|photograph|record)\b(?! (?:results|data|the time|hours|keeping))|\b(?:film|shoot|"
        r"record|produce|make)\b.{0,20}\b(?:videos?|films?|photos?|lessons?|episodes?|documentar\w+|"
        r"clips?)\b|\btake (?:photos|pictures)\b",
        _CAMERA + " | equipment | recorder* | microphone* | gear | laptop* | recording",
    ),
    _need(
        "sewing_machine",
        r"^(?:sew|sewing|stitch|embroider|tailor|alter)\b|\b(?:and|cut and) sew\b",
        "sewing* | machine* | atelier | workshop | loom* | seamstress* | tailor* | equipment | studio |"
        " needle*",
    ),
    _need(
        "printer",
        r"\b3d[- ]print|^(?:print|printing)\b|\band print\b",
        "print* | press | presses | machine* | equipment | studio | copy shop | plotter* | laser*",
    ),
    _need(
        "brewery",
        r"^(?:brew|distil|ferment)\w*\b(?!.{0,20}\b(?:coffee|tea)\b)",
        "brew* | tank* | kettle* | still | stills | distiller* | ferment* | vat | vats | machine* |"
        " equipment | barrel* | cart | espresso* | kitchen",
    ),
    _need(
        "espresso_machine",
        r"^(?:brew|make|pull|serve)\b.{0,15}\b(?:coffee|espresso|cappuccino)\b",
        "machine* | espresso | cart | carts | truck | stall | café | cafe | coffee maker* | equipment |"
        " kitchen | bar | shop | kettle*",
    ),
    _need(
        "developer",
        r"^(?:develop|build|code|program|maintain|design and (?:build|develop))\b.{0,40}\b(?:app|apps|"
        r"software|web ?site|platform|algorithms?|web ?app|system|code|api|portal|marketplace)\b",
        "developer* | engineer* | programmer* | programming | coder* | coding | software | tech* | cto |"
        " freelanc* | agency | designer* | founder* | co-founder* | team | it | staff | student* |"
        " data scientist* | app | platform | employees | people | no-code | website builder | volunteers |"
        " hackers",
    ),
    _need(
        "workshop",
        r"^(?:repair|fix|weld|solder|carve|turn wood|forge|saw|assemble|restore|refurbish|upcycle)\b",
        "tool* | workshop* | garage* | bench* | equipment | machine* | van | vans | kit | kits | shed |"
        " forge | factory | plant | lathe* | laborator* | lab | shop | studio | parts | stock | mechanic* |"
        " technician* | saw* | plumber* | electrician*",
    ),
    _need(
        "land",
        r"^(?:grow|farm|plant|cultivate|harvest)\b(?! (?:the|our|sales|revenue|business|brand|audience|"
        r"community|network))",
        "land | farm* | field* | garden* | greenhouse* | plot* | cellar* | roof* | acre* | hectare* |"
        " orchard* | vineyard* | bed | beds | container* | allotment* | tunnel* | soil | nurser* |"
        " hydroponic* | site | pond* | barn",
    ),
    _need("hives", r"\bkeep bees\b|^beekeeping\b|\bproduce honey\b", "hive* | bees | apiar* | colon*"),
    _need(
        "boat",
        r"^(?:fish|catch fish|sail|go fishing)\b|\b(?:boat|whale|diving|island) (?:tours|trips)\b",
        "boat* | ship | ships | net | nets | pond* | vessel* | canoe* | yacht* | dinghy | kayak* | ferry |"
        " catamaran",
    ),
    _need(
        "teacher",
        r"^(?:teach|tutor|give|hold|run|offer)\b.{0,25}\b(?:class|classes|lessons?|courses?|children|"
        r"pupils|students|yoga|maths|english|music|swimming)\b",
        "teacher* | trainer* | tutor* | instructor* | coach* | founder* | educator* | staff* | team |"
        " mentor* | expert* | volunteer* | people | employees | guide* | chef* | cooks | artist* |"
        " musician* | potter* | developer* | engineer* | me | myself | couple | family",
    ),
    _need(
        "rooms",
        r"^(?:host|accommodate|lodge|house)\b.{0,20}\b(?:guests|travellers|travelers|visitors|tourists|"
        r"families)\b",
        "house* | room* | hostel | hotel | building* | apartment* | bed | beds | cabin* | tent* | farm* |"
        " villa* | flat* | bungalow* | lodge* | castle | property",
    ),
    _need(
        "washing_machine",
        r"^(?:wash|launder|iron)\b(?!.{0,10}\b(?:cars|windows|dogs|dishes)\b)",
        "wash* | machine* | laundr* | dryer* | iron* | equipment | facilit*",
    ),
    _need(
        "warehouse",
        r"^(?:store|stock|warehouse|keep)\b.{0,20}\b(?:goods|inventory|products|furniture|pallets|stock)\b",
        "warehouse* | storage | shed | cellar | depot | stock room | stockroom | garage | barn | store* |"
        " shop* | facilit* | container*",
    ),
    _need(
        "stage_equipment",
        r"^(?:perform|play)\b.{0,20}\b(?:concerts?|music|gigs|songs)\b|\bplay live\b",
        "instrument* | guitar* | piano | drum* | sound | amplifier* | musician* | band | violin* |"
        " speaker* | equipment",
    ),
)


NAMED = re.compile(
    r"\b(?:with|by|using|on|from)\s+(?:a |an |our |the |own |two |three )*(?:\w+ )?(?P<tool>lasers?|"
    r"drones?|robots?|vans?|trucks?|cameras?|machines?|lathes?|kilns?|looms?|boats?|tractors?|ovens?|"
    r"cranes?|excavators?|scanners?|3d printers?|x-rays?|microscopes?|forklifts?|cargo bikes?|bikes?|"
    r"bicycles?|scooters?|motorbikes?|helicopters?|minibus(?:es)?|bus(?:es)?|horses?|tablets|headsets|"
    r"telescopes?|generators?|chainsaws?|ultrasound|sewing machines?|presses|smokers?|grills?)\b",
    re.IGNORECASE,
)
"""A tool that an activity is done with."""
