"""What special things are good for: a canvas whose words never come near has no use for them."""

from __future__ import annotations

import re

import msgspec

from conversations.coach.vocabulary.matching import either, listed


class Use(msgspec.Struct, frozen=True):
    """What a special thing is good for: a canvas whose words never come near has no use for it."""

    thing: re.Pattern[str]
    used: re.Pattern[str]


def _use(thing: str, used: str) -> Use:
    return Use(listed(thing), either(listed(used)))


_MOVING = (
    "deliver* | drive* | driving | transport* | collect* | mov* | visit* | travel* | pick up | pick-up |"
    " fetch* | bring* | distribut* | ship* | haul* | on site | on-site | market* | fair* | carry | carr* |"
    " tour* | mobile | home | homes | farm* | install* | sell* | repair* | service* | clean* | route* |"
    " door* | event* | cater* | food | bike* | taxi | passenger* | ride* | logistic* | weekly | box* |"
    " street | courier* | trip* | help* | film* | perform* | teach* | build* | assembl* | buy* | sourc*"
)
_MAKING = """
    make* | making | mak* | produc* | prototyp* | manufactur* | build* | assembl* | craft* | design* |
    part* | model* | print* | test* | develop* | device* | hardware | sensor*
    """
USES = (
    _use(
        "fishing boat* | boat | boats | yacht* | canoe* | kayak* | sailing boat*",
        "boat* | fish* | sail* | sea | lake | river | island* | water | coast* | harbour* | harbor* |"
        " dive | diving | whale* | ferry | tour* | trip* | seafood | oyster* | marine | ocean",
    ),
    _use(
        "3d printer* | laser cutter* | cnc* | lathe* | milling machine*",
        _MAKING + " | cut* | engrav* | repair* | wood* | metal* | toy* | jewel* | sign* | frame*",
    ),
    _use(
        "drone | drones",
        "drone* | film* | photo* | survey* | inspect* | map* | spray* | deliver* | fly* | aerial | crop* |"
        " roof* | video* | image*",
    ),
    _use(
        "camera* | video camera* | film studio | recording studio | photo studio",
        "film* | photo* | record* | content | video* | podcast* | post* | stream* | portrait* | image* |"
        " publish* | music | advert* | promot* | wedding* | document* | shoot* | picture* | youtube |"
        " instagram",
    ),
    _use(
        "sewing machine* | loom | looms",
        "sew* | tailor* | cloth* | dress* | garment* | weav* | textile* | fashion | repair* | alter* |"
        " fabric* | bag* | curtain* | uniform* | costume* | make* | produc* | stitch* | mend* | scar* |"
        " knit* | wear | shirt* | apparel",
    ),
    _use(
        "tractor* | plough* | harvester*",
        "farm* | harvest* | grow* | field* | crop* | plough* | plow* | sow* | hay | grain | vegetable* |"
        " fruit* | land* | vineyard* | wine* | agricultur* | seed* | orchard* | milk* | snow | garden* |"
        " tractor*",
    ),
    _use(
        "greenhouse*",
        "grow* | plant* | vegetable* | herb* | flower* | seed* | farm* | crop* | garden* | salad* |"
        " tomato* | fruit* | food | harvest* | mushroom* | green*",
    ),
    _use(
        "oven | ovens | pizza oven* | bakery oven*",
        "bak* | cook* | roast* | bread | cake* | pizza* | pastr* | food | meal* | serv* | cater* | loa* |"
        " cookie* | pie* | menu* | lunch* | dish* | kitchen | restaurant | smok* | granola | snack* |"
        " fire | clay | ceramic*",
    ),
    _use(
        "kiln | kilns | potter's wheel*",
        "clay | mug* | pot* | ceramic* | glaz* | fir* | tile* | pottery | throw* | class* | bowl* | vase*",
    ),
    _use(
        "piano* | grand piano* | guitar* | drum kit* | violin*",
        "music* | play* | concert* | perform* | teach* | lesson* | song* | record* | show* | sing* |"
        " entertain* | band | bar | dance* | theatre",
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
        "swim* | pool* | guest* | hotel | spa | bath* | wellness | fitness | lesson* | hous* | sport* |"
        " relax* | sauna*",
    ),
    _use(
        "vineyard* | orchard*",
        "wine* | grape* | vine* | harvest* | cider* | fruit* | apple* | juice* | farm* | grow* | tast* |"
        " press*",
    ),
    _use(
        "printing press* | press machine | letterpress",
        "print* | press* | publish* | book* | poster* | card* | paper* | newspaper* | label* | bag* |"
        " shirt* | juice* | oil*",
    ),
    _use(
        "ice cream machine* | popcorn machine* | cotton candy machine* | coffee roaster*",
        "ice cream | popcorn | cotton candy | coffee | roast* | serv* | food | dessert* | party | parties |"
        " event* | cinema* | café | cafe | sell*",
    ),
    _use("delivery van* | delivery truck* | van | vans | truck | trucks | lorry | lorries", _MOVING),
    _use(
        "warehouse | warehouses | cold store* | cold storage",
        "stor* | warehous* | stock* | ship* | deliver* | inventor* | distribut* | logistic* | pack* |"
        " import* | export* | produc* | manufactur* | goods | order* | supply | sell* | retail* | food |"
        " rent* | trad* | make* | fulfil* | sort* | collect* | recycl*",
    ),
    _use(
        "projector | cinema screen* | film projector",
        "film* | cinema* | movie* | show* | present* | teach* | class* | event* | lecture* | workshop* |"
        " project* | meeting*",
    ),
    _use(
        "tent | tents | marquee*",
        "camp* | event* | market* | festival* | fair* | wedding* | tour* | trek* | party | parties |"
        " outdoor* | hik* | rent*",
    ),
    _use(
        "gym equipment | weights | treadmill*",
        "train* | fit* | class* | gym | strength | exercis* | sport* | health* | physio* | coach* |"
        " workout* | member* | rehab*",
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
        "brew* | beer* | distil* | spirit* | gin | whisk* | ferment* | drink* | tast* | kombucha | cider |"
        " bottle*",
    ),
    _use(
        "goats | cows | sheep | chickens | pigs | bees | hives | beehives",
        "milk* | cheese* | farm* | egg* | meat | wool | honey | bee* | goat* | cow* | sheep | chick* |"
        " graz* | herd* | breed* | yarn | pig* | feed* | sausage* | hive* | pollinat* | animal* | zoo",
    ),
)
UNUSED = listed(
    "unused | idle | vacant | leftover | left over | spare land | old stock of | collecting dust |"
    " not used | never used | no longer used | nobody uses"
)
