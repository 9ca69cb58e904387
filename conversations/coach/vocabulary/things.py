"""Things: what is dear to buy, what is unique, what is had rather than done."""

from conversations.coach.vocabulary.matching import either, listed

EQUIPMENT = listed(
    """
        machine* | oven* | van | vans | car | cars | truck* | lorr* | vehicle* | equipment | building* |
        cart | carts | press | lathe* | printer* | fridge* | freezer* | kitchen | kitchens | boat* |
        ship | trailer* | bike* | bicycle* | scooter* | motorbike* | shop fit* | fit-out | furniture |
        server | servers | tools | tractor* | container* | warehouse* | greenhouse* | factory | roaster* |
        kiln* | loom* | drone* | camera* | projector* | workshop | studio | stall | booth | kiosk |
        house | land | plot | field | shed | barn | stove* | mixer* | extractor* | still | tank | tanks |
        generator* | solar panel* | pump* | washing machine* | dryer* | laser* | cnc | 3d printer* |
        crane* | excavator* | forklift* | bus | minibus* | plane* | wheel | mill | computers | laptops |
        headsets | instruments | telescope* | aquarium* | mats | weights | chairs | tables | bench
    """
)
ASKABLE = either(
    EQUIPMENT,
    listed(
        """
            office* | shop | shops | store | stores | premises | space | room | rooms | site | sites |
            facilit* | production plant | laborator* | lab | labs | cellar | garage | cold storage |
            storage | farm | farmland | hall | hotel | hives | goats | cows | sheep | chickens | horses |
            laptop | laptops | computer
        """
    ),
)
"""Things of which one may wonder whether they are owned, rented or somebody else's."""
BIG_PURCHASE = listed(
    """
        van | vans | truck* | lorr* | vehicle* | machine* | machinery | oven* | kitchen* | building* |
        house | factory | warehouse | shop | boat* | ship | tractor* | press | printer* | fleet |
        container* | roaster* | greenhouse* | land | plot | equipment | plane* | bus | minibus* |
        premises | office | car | cars | lathe* | cnc | kiln* | laser* | server farm | servers | crane* |
        excavator* | food truck* | bottling line | line | freezer* | brewery | still | stall | hall |
        workshop | studio | bikes | scooters | drones | robot*
    """
)
BUYING = either(
    r"^(?:to\s+)?(?:buy|purchase|acquire|invest in|get|order|build|construct)\b(?! (?:in|from)\b)",
    r"\b(?:purchase of|purchas(?:e|ing)|buying|bought|acquisition of|brand[- ]new|new|investment in|"
    r"construction of|purchase price|down payment|deposit for)\b|\bpurchase\b|\bto buy\b",
)
RENTED = listed(
    "rent* | lease* | leasing | hire | hired | borrow* | second-hand | used | shared | maintenance |"
    " repair* | insurance | fuel | lent | loaned | free | donated"
)
SOURCED = listed(
    """
        owned | own | our own | my own | rented | leased | hired | borrowed | lent | donated | shared |
        bought | home | home-based | home office | co-working | coworking | free | open-source |
        open source | family | parents' | from | by | partner* | access to | licensed | personal | cloud |
        public | community
    """
)
UNIQUE = listed(
    """
        recipe | recipes | formula | formulas | formulae | firmware | invention* | algorithm* |
        patent pending | patent-pending | dataset* | data set* | source code | design | designs |
        blueprint* | prototype* | proprietary | unique method | own method | our method | secret sauce |
        self-developed | trained model* | models trained | ai model* | machine learning model* |
        ml model* | blend | blends | formulation* | process we invented | technique we developed |
        own curriculum | pattern archive | patterns | new material | scoring engine* |
        matching algorithm* | compound* | strain | strains | seed variety | new varieties |
        mould designs | schematics | own technology | novel | original characters | game engine
    """
)
NOT_UNIQUE = listed(
    """
        skill* | capabilit* | team* | tool* | expert* | know-how | book | books | thinking | licen* |
        designer* | software licence* | studio* | laptop* | department | open source | open-source |
        public | for free | openly | bought | standard | cookbook* | third-party | drawing software |
        design software | computer* | services
    """
)
PROTECTED = listed(
    """
        patent | patents | patented | trademark* | trade mark* | copyright* | secret | secrets | secrecy |
        nda | ndas | licens* | licences | protected | protect* | registered design* | registered |
        confidential* | proprietary rights | non-disclosure | design right* | utility model* | ip rights
    """
)
UNPROTECTED = listed(
    "not registered | unprotected | not protected | not patented | unregistered | unpatented | no patent"
)
ASSET = listed(
    """
        van | vans | truck | trucks | car | cars | vehicle | vehicles | fleet | bike | bikes | scooter |
        scooters | boat | building | buildings | office | offices | shop | warehouse | warehouses |
        factory | factories | kitchen | oven | ovens | machine | machines | machinery | equipment |
        tools | laptop | laptops | computer | computers | server | servers | printer | printers |
        furniture | patent | patents | trademark | trademarks | brand | copyright | copyrights | recipe |
        recipes | licence | licences | license | licenses | database | databases | know-how | staff |
        team | employees | engineers | developers | founders | designers | cook | cooks | bakers |
        drivers | savings | loan | loans | capital | cash | money | funds | grant | stock | inventory |
        premises | workshop | lab | laboratory | land | greenhouse | tractor | website | app | data |
        camera | cameras | stall | cart | trailer | freezer | fridge | customer list | mailing list |
        customer base | kiln | loom | looms | skills | expertise | reputation | material | materials |
        raw materials | software | hardware | facilities | volunteers
    """
)
ACT_HEADS = listed(
    """
        *ing | *tion | *ment | *sis | sales | design | support | service | services | maintenance |
        control | delivery | research | repair | repairs | purchase | care | work | management |
        campaign* | launch | search | audit* | survey* | visits | tours | classes | lessons | workshops |
        events | tests | checks | r&d | logistics | assembly | acquisition | initiatives | analysis |
        operations | recruitment | procurement | assurance | programme* | program*
    """
)
NOUNS_OF_TASKS = listed(
    """
        plant | plants | material | materials | team | teams | staff | equipment | system | systems |
        machine* | engineer* | capabilit* | skill* | expertise | knowledge | facilit* | software | tool* |
        license* | licence* | data | budget | room | rooms | house | kitchen | line | lines | centre* |
        center* | network* | company | partner* | customers | experience | department | agency | space |
        site | sites | store* | shop* | office* | studio* | lab* | school | app | platform | website |
        algorithm* | engine* | technology | technologies | infrastructure | fleet | vehicle* | hub* |
        permit* | certificate* | rights | guide* | manual* | know-how | method* | model* | process* |
        asset* | brand* | people | agents | reps | representatives | force | channel* | list* | base |
        fund* | capital | loan* | water | clay | supplies | stock | inventory | goods | board* | desk* |
        chair* | table* | bike* | bag* | wheel* | van* | mats | books | films | assets | licences | gear |
        kit* | pool | card* | bench | shed | truck | boat* | community | pot* | cart | oven* | mill |
        press | hall | ground* | pilot* | contract* | agreement* | curriculum | content
    """
)
