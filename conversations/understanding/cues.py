"""The words that say what a phrase is about: families of stems, in several languages.

They stand beside the sentence encoder, which knows meanings but is weak on form: that "developers" are people
and "development" is work. `*` stands for any ending, or any beginning of a compound.
"""

from __future__ import annotations

import re

FAMILIES = {
    "cost": """
        *kosten *ausgaben
        cost* expense* spend* spending budget* overhead* expenditure* charge* outlay*
        kosten koste* ausgaben coste* costo* gasto* frais coût* cout* dépense* depense*
        custo* despesa* spese costi koszt* wydatk* maliyet* gider* تكلف* تكاليف मूल्य
        लागत खर्च 成本 费用 开支
    """,
    "pay": """
        *gehälter *löhne
        salar* wage* payroll compensation pay stipend* honorari* bonus* remuneration
        gehalt gehälter lohn löhne personalkosten sueldo* nómina* salaire* salário*
        stipendi stipendio loon lonen wynagrodz* pensj* maaş* ücret* رواتب أجور वेतन 工资
        薪
    """,
    "rent": """
        *miete *huur
        rent rents rental lease* leasing miete alquiler loyer* aluguel affitto huur
        czynsz kira إيجار किराया 租金 房租 mortgage* depreciation interest amortisation
        amortization
    """,
    "utility": """
        *versicherung
        electricity utilities utility water heating energy gas internet phone insurance
        tax taxes fuel petrol diesel postage freight tolls duties subscription* hosting
        bandwidth strom versicherung* electricidad seguro* électricité assurance*
        elettricità energia sigorta* elektrik* كهرباء تأمين बिजली बीमा 电费 保险
    """,
    "fee": """
        *gebühren
        fee fees commission* royalt* toll tariff* gebühr* provision* comisi* honoraire*
        redevance* taxa taxas comiss* commissione commissioni provisie prowizj* opłat*
        komisyon* عمول* رسوم शुल्क कमीशन 佣金 手续费
    """,
    "per": """
        per each every pro je por par à percentage % percent unit volume usage hourly
        kilometre mile transaction* variable variabel* variabl* variável zmienn*
        değişken متغير* 每 按 प्रति لكل başına cada za
    """,
    "steady": """
        monthly month yearly annual annually year weekly fixed permanent pm p.m.
        monatlich* mensual* mensuel* mensal* mensile maandelijks* miesięczn* aylık sabit
        fest* jährlich* fijo* fixe fisso vast* stał* شهري* ثابت मासिक 每月 固定 年
    """,
    "person": """
        *team *entwickler* *fahrer *mitarbeiter*
        people person* team* staff employee* worker* engineer* developer* designer*
        driver* manager* founder* cofounder* co-founder* assistant* cook* chef* teacher*
        trainer* nurse* doctor* scientist* researcher* expert* consultant* specialist*
        technician* mechanic* programmer* volunteer* personnel workforce crew talent
        analyst* editor* writer* artist* actor* pilot* artisan* labour* intern
        apprentice* lawyer* accountant* sales force salespe* salesforce architect*
        instructor* tutor* coach* baker* barista* carpenter* mitarbeiter* entwickler*
        fahrer* personal equipo empleado* desarrollador* ingenier* équipe employé*
        développeur* ingénieur* equipe funcionário* desenvolvedor* squadra dipendent*
        sviluppator* ingegner* medewerker* ontwikkelaar* zespół pracowni* programi* ekip
        çalışan* geliştirici* mühendis* فريق موظف* مهندس* टीम कर्मचारी इंजीनियर डेवलपर
        团队 员工 工程师 开发人员 人才 me myself wife husband brother sister cousin uncle aunt father
        mother dad mum
    """,
    "party": """
        *hersteller* *verband *anbieter* *dienstleister* *universität*
        compan* firm firms supplier* vendor* provider* manufacturer* maker* distributor*
        retailer* bank banks agency agencies association* universit* school* college*
        council* government* authorit* ministry ngo ngos charit* hospital* clinic* club
        clubs network operator* carrier* insurer* partner* broker* contractor*
        subcontractor* grower* farmer* wholesaler* dealer* shop shops store stores
        institute* laborator* lab labs investor* studio* publisher* platform* lieferant*
        partner hersteller* verband universität* proveedor* socio* universidad* empresa*
        fournisseur* partenaire* université* entreprise* fornecedor* parceiro*
        universidade* fornitor* università azienda aziende leverancier* universiteit*
        dostawc* uniwersytet* firma firmy tedarikçi* ortak* üniversite* şirket* مورد*
        شريك شركاء شركة شركات جامع* आपूर्तिकर्ता साझेदार विश्वविद्यालय 供应商 合作伙伴 大学 公司 厂商
        landlord* agent* franchisee* sponsor* donor* federation cooperative* co-op
        chamber community communities society societies organisation* organization*
        foundation* incubator* accelerator* processor* gateway* church* mosque*
        municipalit* library libraries museum* hotel* restaurant*
    """,
    "supply": """
        *lieferant* *anbieter* *dienstleister*
        suppl* vendor* provider* manufactur* wholesal* outsourc* subcontract* contract
        contractor* hosting processor* insurer* insurance stripe paypal aws visa
        mastercard processing gateway* logistics courier* grower* farmer* mill mills
        lieferant* proveedor* fournisseur* fornecedor* fornitor* leverancier* dostawc*
        tedarikçi* مورد* आपूर्ति 供应 printer lessor carrier* freight packaging material*
        ingredient*
    """,
    "ally": """
        universit* association* council* school* ngo ngos club clubs government*
        alliance* cooperat* communit* promote* recommend* refer* joint* together
        integrat* cross-promot* co-brand* bundle* alianza* alleanza allianz
        partnerschaft universidad* université* universidade* universiteit* uniwersytet*
        üniversite* جامع* विश्वविद्यालय 大学 协会 联盟 asociaci* association associazion*
        verband vereniging stowarzysz* dernek* museum* library chamber institute*
        research federation
    """,
    "rival": """
        rival* competitor* competing compet* another other fellow konkurren* wettbewerb*
        competidor* concurren* concorrent* concurrent* rakip* منافس* प्रतिस्पर्धी
        प्रतियोगी 竞争 同行 overflow peer peers coopetition
    """,
    "joint": """
        joint venture jointly co-own* co-owned jv founded half 50/50 50-50 fifty-fifty
        newco set shared owned gemeinschaftsunternehmen gemeinsam gegründet* conjunta
        coentreprise commune cofondée compartida joint-venture samen opgericht spółka
        wspólna ortak girişim مشترك* مشروع संयुक्त उद्यम 合资
    """,
    "money": """
        *kredit* *darlehen *zuschuss *lening
        cash capital loan* credit* saving* grant* fund* investment* equity funding money
        reserve* overdraft crowdfund* donation* debt angel seed bond* deposit* endowment
        finance financing kapital kredit* darlehen ersparnis* préstamo* ahorro*
        subvenci* crédito* prêt* épargne subvention* empréstimo* poupança prestit*
        risparmi* lening* spaargeld subsid* pożyczk* kredyt* oszczędno* dotacj* kredi*
        birikim* hibe* قرض مدخرات تمويل منحة رأس ऋण बचत पूंजी अनुदान 资金 贷款 存款 资本 融资 $ €
        £
    """,
    "thing": """
        *maschine* *wagen *halle *lokal *werkstatt
        building* machine* machinery equipment vehicle* van vans truck* car cars fleet
        office offices factory factories plant plants warehouse* store stores shop shops
        server servers oven* land kitchen* tool tools furniture laptop* computer*
        workshop* facilit* premises laborator* stock inventory maschine* fahrzeug* lager
        werkstatt máquina* vehículo* edificio* taller tienda* machines véhicule* atelier
        bâtiment* usine* veículo* oficina fábrica* macchin* furgon* veicol* negozio
        magazzin* gebouw* bus bestelwagen maszyn* samoch* magazyn biuro makine* araç*
        depo bina مباني مركب* سيار* معدات مستودع مصنع मशीन* वाहन गोदाम इमारत दुकान 机器 设备
        车辆 仓库 厂房 办公室 服务器 bike* boat* hall studio greenhouse* camera* printer* hangar*
    """,
    "mind": """
        *rezept* *lizenz* *datenbank* *software
        brand* patent* licen* software data database* algorithm* app platform website
        copyright* trademark* recipe* know-how knowhow knowledge reputation content
        library code model models formula* permit* certificat* curriculum list dataset*
        method* technology rights portfolio domain goodwill marke* patente lizenz* daten
        rezept* marca* licencia* datos receta* marque* brevet* données recette* licença*
        dados receita* brevett* dati ricett* merk octrooi* gegevens recepten marka
        licencj* dane przepis* lisans* veri* tarif* علامة براءة* بيانات وصفات رخصة
        ब्रांड पेटेंट डेटा लाइसेंस रेसिपी 品牌 专利 数据 许可 配方 软件 算法 ip playbook archive
        patents
    """,
    "act": """
        develop build make produce design manage maintain run operate sell market
        promote advertise recruit train research deliver ship source buy negotiate find
        get create write plan test improve keep grow launch collect offer organise
        organize onboard engage moderate scale attract sign handle process prepare cook
        bake clean repair install support answer advise consult solve assemble
        manufacture pack store publish host teach coach measure analyse analyze track
        monitor hire apply register update post talk interview set open pay do use bring
        add develops builds makes runs sells entwickeln bauen verkaufen pflegen beraten
        herstellen produzieren werben schulen desarrollar vender producir mantener
        fabricar promocionar atender crear développer vendre produire fabriquer former
        gérer créer desenvolver produzir treinar manter sviluppare vendere produrre
        gestire creare ontwikkelen verkopen maken onderhouden beheren rozwijać
        sprzedawać produkować szkolić prowadzić geliştirmek satmak üretmek yapmak تطوير
        بيع إنتاج تصنيع تدريب تسويق صيانة إدارة करना बनाना बेचना 开发 销售 生产 制造 培训 维护 推广 运营
        管理 设计
    """,
    "acting": """
        *entwicklung *forschung *beratung *kontrolle *pflege
        development production manufacturing management marketing maintenance design
        distribution research operation operations support service services sales
        selling advertising promotion recruitment acquisition moderation training
        sourcing procurement delivery optimization optimisation engineering testing
        innovation assembly installation consulting planning analysis onboarding
        logistics control assurance improvement fulfilment fulfillment provisioning r&d
        publishing programming coordination negotiation administration entwicklung
        herstellung wartung vertrieb beratung schulung forschung desarrollo producción
        mantenimiento ventas venta formación investigación développement fabrication
        entretien vente conception recherche desenvolvimento produção manutenção vendas
        pesquisa sviluppo produzione manutenzione vendita ricerca ontwikkeling productie
        onderhoud verkoop onderzoek rozwój produkcja sprzedaż utrzymanie szkolenia
        badania geliştirme üretim bakım satış eğitim pazarlama विकास उत्पादन विपणन
        बिक्री प्रशिक्षण रखरखाव
    """,
    "market": """
        market marketing sell selling sales advert* promot* brand branding campaign*
        social media pr seo instagram facebook newsletter* customer service support
        research hire hiring hr accounting finance bookkeeping legal compliance
        fundrais* budgeting administration invoicing invoices billing payroll train
        training website flyer* trade fair* event* pricing tax licence license permit
        register grant* werbung verkauf* buchhaltung ventas contabilidad publicité vente
        comptabilité vendas contabilità vendite boekhouding reklama księgowość reklam
        pazarlama muhasebe تسويق محاسبة मार्केटिंग 营销 市场 财务 推广 客服
    """,
    "network": """
        platform* network* marketplace* community communities users members sides hosts
        sellers buyers drivers riders app matching match moderate moderation onboard
        onboarding recruit attract critical mass two-sided plattform* plataforma*
        plateforme* piattaforma* platforma* platformu منصة प्लेटफॉर्म 平台 社区 网络 用户 uptime
        merchants creators vendors tutors freelancers providers
    """,
    "making": """
        make makes produce production manufactur* assembl* build bake cook brew sew
        print design craft pack bottle roast grow harvest construct weld paint engineer*
        record film publish write herstell* produzier* fertig* fabric* produc* cuire
        coudre costruir* bouwen bakken produkować szyć üret* dikiş إنتاج تصنيع खाना
        बनाना 生产 制造 组装 加工 mould mold formulate knit weave brewing baking printing
    """,
    "advice": """
        advise advice advising consult* solve solving solution* diagnos* assess audit
        recommend tailor* custom customis* individual client's clients' case cases
        problem problems teach coach treat therapy counsel* knowledge training workshop*
        berat* diagnostiz* asesor* consultor* conseil* assessoria consulenza advies
        doradz* danışman* استشار* परामर्श सलाह 咨询 解决 诊断 fix troubleshoot bespoke
        investigate mentor patients
    """,
    "chain": """
        supply chain logistics warehous* inventory procure* purchasing sourcing source
        ship shipping freight stock distribution distribute deliver delivery import
        export lagern einkauf logistik transport* logística almac* inventario
        approvisionnement achats stocks estoque logistica magazzino inkoop voorraad
        zaopatrzenie magazynow* lojistik depolama stok tedarik لوجست* تخزين शिपिंग 物流 采购
        库存 仓储 供应链 restock fulfil* fulfillment dispatch route routes pick
    """,
}

_JOINED = re.compile(r"[\u0900-\u097f\u0600-\u06ff\u4e00-\u9fff]")


def _pattern(words: str) -> re.Pattern[str]:
    bounded, loose = [], []
    for word in sorted(set(words.split())):
        stem = re.escape(word.strip("*"))
        if _JOINED.search(word) or not word.strip("*")[0].isalnum():
            loose.append(stem)
        else:
            any_start, any_end = (
                r"\w*" if star else "" for star in (word.startswith("*"), word.endswith("*"))
            )
            bounded.append(f"{any_start}{stem}{any_end}")
    whole = [rf"\b(?:{'|'.join(bounded)})\b"] if bounded else []
    return re.compile("|".join([*whole, *loose]), re.IGNORECASE)


CUES = {name: _pattern(words) for name, words in FAMILIES.items()}
"""Per family of words, what finds one of them in a folded text."""
