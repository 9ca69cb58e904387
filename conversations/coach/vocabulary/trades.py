"""What work needs: for each trade, the words that ask for something, and the words that tell it is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from conversations.coach.vocabulary.matching import either, listed

if TYPE_CHECKING:
    from collections.abc import Iterator


class Need(msgspec.Struct, frozen=True):
    """What some activities can't do without: `asks` is found in an activity, `met` anywhere it may be had."""

    name: str
    asks: re.Pattern[str]
    met: re.Pattern[str]


_VEHICLES = """
    van | vans | truck* | lorr* | car | cars | vehicle* | bike* | bicycle* | scooter* | motorbike* | motorcycle* |
    moped* | fleet | cart | carts | trailer* | boat* | ship | plane* | tuk-tuk* | pickup* | pick-up* | minibus* | bus |
    drone* | trolley* | jeep* | wagon* | horse* | rider* | driver* | courier* | delivery partner* | delivery service* |
    post office | parcel* | shipping | postal | logistics | transport* | fuel | diesel | petrol | mileage | dhl | ups |
    fedex | carrier* | ambulance* | delivery crew | freight | tram | train pass | mobile clinic | mobile unit | motor*
    """
_CAMERA = "camera* | smartphone* | phone | phones | filmmaker* | videographer* | photographer* | studio | gopro | film crew"


def _need(name: str, asks: str, met: str) -> Need:
    return Need(name, re.compile(asks, re.IGNORECASE), listed(met))


NEEDS = (
    _need(
        "vehicle",
        r"^(?:drive|driving|deliver|delivering|transport|haul|fetch|pick up|tow)\b(?!.{0,40}\b(?:training|workshop|course|online|"
        r"value|content|class|lesson|report|software|digital|result|by (?:post|mail|courier|email)|on foot|consult|service))|"
        r"\bdeliver(?:y|ies)?\b.{0,40}\b(?:by van|to your door|to the door|homes|households|door)\b|\bby van\b|\bdrive to\b|"
        r"\band deliver\b(?! (?:training|workshop|course|online|value|content|class|lesson|report))|\bmobile (?:clinic|library)",
        _VEHICLES,
    ),
    _need(
        "laboratory",
        r"\blab[- ]?test|\b(?:test|analy[sz]e|examine)\b.{0,25}\b(?:blood|soil|water|samples?|urine|dna|tissue|milk)\b",
        "lab* | analyser* | analyzer* | test kit* | microscope* | centrifuge* | instruments | spectromet* | kit",
    ),
    _need(
        "oven",
        r"^(?:\w+ing and )?(?:bake|baking|roast|roasting|cook|cooking|fry|grill)\b|\b(?:and|we) (?:bake|cook|roast)\b|\b(?:fire|bake|make) pizzas?\b",
        "oven* | kitchen* | stove* | cooker* | bakery | bakehouse | grill* | fryer* | smokehouse | roaster* | roastery | pot | "
        "pots | kettle* | equipment | food truck* | truck | cart | carts | restaurant* | stall | café | cafe | canteen | "
        "machine* | hob | wok* | facilit* | premises | shop | wood fire | barbecue",
    ),
    _need(
        "camera",
        r"^(?:film|shoot|photograph|record)\b(?! (?:results|data|the time|hours|keeping))|\b(?:film|shoot|record|produce|make)\b.{0,20}\b"
        r"(?:videos?|films?|photos?|lessons?|episodes?|documentar\w+|clips?)\b|\btake (?:photos|pictures)\b",
        _CAMERA + " | equipment | recorder* | microphone* | gear | laptop* | recording",
    ),
    _need(
        "sewing_machine",
        r"^(?:sew|sewing|stitch|embroider|tailor|alter)\b|\b(?:and|cut and) sew\b",
        "sewing* | machine* | atelier | workshop | loom* | seamstress* | tailor* | equipment | studio | needle*",
    ),
    _need(
        "printer",
        r"\b3d[- ]print|^(?:print|printing)\b|\band print\b",
        "print* | press | presses | machine* | equipment | studio | copy shop | plotter* | laser*",
    ),
    _need(
        "brewery",
        r"^(?:brew|distil|ferment)\w*\b(?!.{0,20}\b(?:coffee|tea)\b)",
        "brew* | tank* | kettle* | still | stills | distiller* | ferment* | vat | vats | machine* | equipment | barrel* | cart | "
        "espresso* | kitchen",
    ),
    _need(
        "espresso_machine",
        r"^(?:brew|make|pull|serve)\b.{0,15}\b(?:coffee|espresso|cappuccino)\b",
        "machine* | espresso | cart | carts | truck | stall | café | cafe | coffee maker* | equipment | kitchen | bar | shop | kettle*",
    ),
    _need(
        "developer",
        r"^(?:develop|build|code|program|maintain|design and (?:build|develop))\b.{0,40}\b(?:app|apps|software|web ?site|platform|"
        r"algorithms?|web ?app|system|code|api|portal|marketplace)\b",
        "developer* | engineer* | programmer* | programming | coder* | coding | software | tech* | cto | freelanc* | agency | "
        "designer* | founder* | co-founder* | team | it | staff | student* | data scientist* | app | platform | employees | "
        "people | no-code | website builder | volunteers | hackers",
    ),
    _need(
        "workshop",
        r"^(?:repair|fix|weld|solder|carve|turn wood|forge|saw|assemble|restore|refurbish|upcycle)\b",
        "tool* | workshop* | garage* | bench* | equipment | machine* | van | vans | kit | kits | shed | forge | factory | plant | "
        "lathe* | laborator* | lab | shop | studio | parts | stock | mechanic* | technician* | saw* | plumber* | electrician*",
    ),
    _need(
        "land",
        r"^(?:grow|farm|plant|cultivate|harvest)\b(?! (?:the|our|sales|revenue|business|brand|audience|community|network))",
        "land | farm* | field* | garden* | greenhouse* | plot* | cellar* | roof* | acre* | hectare* | orchard* | vineyard* | bed | "
        "beds | container* | allotment* | tunnel* | soil | nurser* | hydroponic* | site | pond* | barn",
    ),
    _need("hives", r"\bkeep bees\b|^beekeeping\b|\bproduce honey\b", "hive* | bees | apiar* | colon*"),
    _need(
        "boat",
        r"^(?:fish|catch fish|sail|go fishing)\b|\b(?:boat|whale|diving|island) (?:tours|trips)\b",
        "boat* | ship | ships | net | nets | pond* | vessel* | canoe* | yacht* | dinghy | kayak* | ferry | catamaran",
    ),
    _need(
        "teacher",
        r"^(?:teach|tutor|give|hold|run|offer)\b.{0,25}\b(?:class|classes|lessons?|courses?|children|pupils|students|yoga|"
        r"maths|english|music|swimming)\b",
        "teacher* | trainer* | tutor* | instructor* | coach* | founder* | educator* | staff* | team | mentor* | expert* | "
        "volunteer* | people | employees | guide* | chef* | cooks | artist* | musician* | potter* | developer* | engineer* | "
        "me | myself | couple | family",
    ),
    _need(
        "rooms",
        r"^(?:host|accommodate|lodge|house)\b.{0,20}\b(?:guests|travellers|travelers|visitors|tourists|families)\b",
        "house* | room* | hostel | hotel | building* | apartment* | bed | beds | cabin* | tent* | farm* | villa* | flat* | bungalow* | "
        "lodge* | castle | property",
    ),
    _need(
        "washing_machine",
        r"^(?:wash|launder|iron)\b(?!.{0,10}\b(?:cars|windows|dogs|dishes)\b)",
        "wash* | machine* | laundr* | dryer* | iron* | equipment | facilit*",
    ),
    _need(
        "warehouse",
        r"^(?:store|stock|warehouse|keep)\b.{0,20}\b(?:goods|inventory|products|furniture|pallets|stock)\b",
        "warehouse* | storage | shed | cellar | depot | stock room | stockroom | garage | barn | store* | shop* | facilit* | container*",
    ),
    _need(
        "stage_equipment",
        r"^(?:perform|play)\b.{0,20}\b(?:concerts?|music|gigs|songs)\b|\bplay live\b",
        "instrument* | guitar* | piano | drum* | sound | amplifier* | musician* | band | violin* | speaker* | equipment",
    ),
)


NAMED = re.compile(
    r"\b(?:with|by|using|on|from)\s+(?:a |an |our |the |own |two |three )*(?:\w+ )?(?P<tool>lasers?|drones?|robots?|vans?|trucks?|cameras?|machines?|"
    r"lathes?|kilns?|looms?|boats?|tractors?|ovens?|cranes?|excavators?|scanners?|3d printers?|x-rays?|microscopes?|forklifts?|cargo bikes?|"
    r"bikes?|bicycles?|scooters?|motorbikes?|helicopters?|minibus(?:es)?|bus(?:es)?|horses?|tablets|headsets|telescopes?|generators?|"
    r"chainsaws?|ultrasound|sewing machines?|presses|smokers?|grills?)\b",
    re.IGNORECASE,
)
"""A tool that an activity is done with."""


class Use(msgspec.Struct, frozen=True):
    """What a special thing is good for: a canvas whose words never come near has no use for it."""

    thing: re.Pattern[str]
    used: re.Pattern[str]


def _use(thing: str, used: str) -> Use:
    return Use(listed(thing), either(listed(used)))


_MOVING = (
    "deliver* | drive* | driving | transport* | collect* | mov* | visit* | travel* | pick up | pick-up | fetch* | bring* | "
    "distribut* | ship* | haul* | on site | on-site | market* | fair* | carry | carr* | tour* | mobile | home | homes | farm* | "
    "install* | sell* | repair* | service* | clean* | route* | door* | event* | cater* | food | bike* | taxi | passenger* | ride* | "
    "logistic* | weekly | box* | street | courier* | trip* | help* | film* | perform* | teach* | build* | assembl* | buy* | sourc*"
)
_MAKING = "make* | making | mak* | produc* | prototyp* | manufactur* | build* | assembl* | craft* | design* | part* | model* | print* | test* | develop* | device* | hardware | sensor*"
USES = (
    _use(
        "fishing boat* | boat | boats | yacht* | canoe* | kayak* | sailing boat*",
        "boat* | fish* | sail* | sea | lake | river | island* | water | coast* | harbour* | harbor* | dive | diving | whale* | ferry | tour* | trip* | seafood | oyster* | marine | ocean",
    ),
    _use(
        "3d printer* | laser cutter* | cnc* | lathe* | milling machine*",
        _MAKING + " | cut* | engrav* | repair* | wood* | metal* | toy* | jewel* | sign* | frame*",
    ),
    _use(
        "drone | drones",
        "drone* | film* | photo* | survey* | inspect* | map* | spray* | deliver* | fly* | aerial | crop* | roof* | video* | image*",
    ),
    _use(
        "camera* | video camera* | film studio | recording studio | photo studio",
        "film* | photo* | record* | content | video* | podcast* | post* | stream* | portrait* | image* | publish* | music | advert* | promot* | wedding* | document* | shoot* | picture* | youtube | instagram",
    ),
    _use(
        "sewing machine* | loom | looms",
        "sew* | tailor* | cloth* | dress* | garment* | weav* | textile* | fashion | repair* | alter* | fabric* | bag* | curtain* | uniform* | costume* | make* | produc* | stitch* | mend* | scar* | knit* | wear | shirt* | apparel",
    ),
    _use(
        "tractor* | plough* | harvester*",
        "farm* | harvest* | grow* | field* | crop* | plough* | plow* | sow* | hay | grain | vegetable* | fruit* | land* | vineyard* | wine* | agricultur* | seed* | orchard* | milk* | snow | garden* | tractor*",
    ),
    _use(
        "greenhouse*",
        "grow* | plant* | vegetable* | herb* | flower* | seed* | farm* | crop* | garden* | salad* | tomato* | fruit* | food | harvest* | mushroom* | green*",
    ),
    _use(
        "oven | ovens | pizza oven* | bakery oven*",
        "bak* | cook* | roast* | bread | cake* | pizza* | pastr* | food | meal* | serv* | cater* | loa* | cookie* | pie* | menu* | lunch* | dish* | kitchen | restaurant | smok* | granola | snack* | fire | clay | ceramic*",
    ),
    _use(
        "kiln | kilns | potter's wheel*",
        "clay | mug* | pot* | ceramic* | glaz* | fir* | tile* | pottery | throw* | class* | bowl* | vase*",
    ),
    _use(
        "piano* | grand piano* | guitar* | drum kit* | violin*",
        "music* | play* | concert* | perform* | teach* | lesson* | song* | record* | show* | sing* | entertain* | band | bar | dance* | theatre",
    ),
    _use(
        "horse | horses | stable*",
        "horse* | rid* | stable* | carriage* | therap* | trek* | farm* | race* | plough* | tour*",
    ),
    _use(
        "telescope* | planetarium*",
        "star* | astronom* | sky | observ* | telescope* | night* | science | school*",
    ),
    _use(
        "helicopter* | private jet* | airplane* | plane | planes",
        "fly* | flight* | air* | aerial | rescue | transport* | passenger* | tour* | island*",
    ),
    _use(
        "swimming pool* | sauna*",
        "swim* | pool* | guest* | hotel | spa | bath* | wellness | fitness | lesson* | hous* | sport* | relax* | sauna*",
    ),
    _use(
        "vineyard* | orchard*",
        "wine* | grape* | vine* | harvest* | cider* | fruit* | apple* | juice* | farm* | grow* | tast* | press*",
    ),
    _use(
        "printing press* | press machine | letterpress",
        "print* | press* | publish* | book* | poster* | card* | paper* | newspaper* | label* | bag* | shirt* | juice* | oil*",
    ),
    _use(
        "ice cream machine* | popcorn machine* | cotton candy machine* | coffee roaster*",
        "ice cream | popcorn | cotton candy | coffee | roast* | serv* | food | dessert* | party | parties | event* | cinema* | café | cafe | sell*",
    ),
    _use("delivery van* | delivery truck* | van | vans | truck | trucks | lorry | lorries", _MOVING),
    _use(
        "warehouse | warehouses | cold store* | cold storage",
        "stor* | warehous* | stock* | ship* | deliver* | inventor* | distribut* | logistic* | pack* | import* | export* | produc* | manufactur* | goods | order* | supply | sell* | retail* | food | rent* | trad* | make* | fulfil* | sort* | collect* | recycl*",
    ),
    _use(
        "projector | cinema screen* | film projector",
        "film* | cinema* | movie* | show* | present* | teach* | class* | event* | lecture* | workshop* | project* | meeting*",
    ),
    _use(
        "tent | tents | marquee*",
        "camp* | event* | market* | festival* | fair* | wedding* | tour* | trek* | party | parties | outdoor* | hik* | rent*",
    ),
    _use(
        "gym equipment | weights | treadmill*",
        "train* | fit* | class* | gym | strength | exercis* | sport* | health* | physio* | coach* | workout* | member* | rehab*",
    ),
    _use(
        "medical scanner* | x-ray machine* | mri*",
        "scan* | patient* | diagnos* | x-ray* | vet* | health* | medic* | imag* | treat* | clinic*",
    ),
    _use(
        "bouncy castle* | carousel*",
        "party | parties | event* | fair* | child* | festival* | rent* | kid* | play* | entertain*",
    ),
    _use(
        "brewery | brewing tank* | still | stills | distillery",
        "brew* | beer* | distil* | spirit* | gin | whisk* | ferment* | drink* | tast* | kombucha | cider | bottle*",
    ),
    _use(
        "goats | cows | sheep | chickens | pigs | bees | hives | beehives",
        "milk* | cheese* | farm* | egg* | meat | wool | honey | bee* | goat* | cow* | sheep | chick* | graz* | herd* | breed* | yarn | pig* | feed* | sausage* | hive* | pollinat* | animal* | zoo",
    ),
)
UNUSED = listed(
    "unused | idle | vacant | leftover | left over | spare land | old stock of | collecting dust | not used | never used | no longer used | nobody uses"
)
