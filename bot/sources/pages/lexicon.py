"""The words of prose about films, in lower case: English, German, French, Spanish, Italian, Portuguese and Dutch."""

FIRST_WORDS = frozenset(
    """
    the a an this that these when while where after before as if but and or for in on at with from by to once then
    though although because since until his her their its our my he she it they we you meanwhile soon later there
    here even only both like unlike also so yet now not no nor der die das den dem des ein eine einen einem einer
    als wenn während nachdem bevor und oder aber für im am auf mit von bei zu nach vor durch sein seine ihr ihre er
    sie es doch dann dort da nur auch sowie zwischen le la les l' un une du de au aux quand lorsque pendant après
    avant et ou mais pour dans sur avec par chez son sa ses leur leurs il elle ils elles c'est ce cette el los las
    una unos unas del al cuando mientras después antes y o pero para en con por su sus él ella ellos lo gli i uno
    dello della dei delle quando mentre dopo prima e ma per nel nella suo sua suoi lui lei os um uma do dos enquanto
    depois mas na nos nas com seu ele ela het een toen terwijl nadat voordat of maar voor op met van bij door zijn
    haar hij zij
    """.split()
)
"""Small words that open a sentence and belong to no name."""

GERMAN_ARTICLES = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines sein seine seinen seinem seiner ihr ihre ihren ihrem
    ihrer zum zur vom im am beim
    """.split()
)
"""What stands before a noun in German, and seldom before a name."""

RANKS = frozenset(
    """
    mr mrs ms miss dr doctor father sister brother mother captain king queen prince princess lord lady sir sergeant
    lieutenant colonel major general detective inspector agent officer sheriff professor prof judge president uncle
    aunt saint st reverend rabbi pater vater schwester bruder mutter könig königin prinz prinzessin kapitän herr
    frau onkel tante kommissar monsieur madame père mère roi reine señor señora don doña padre madre rey reina
    signor signora re regina pai mãe rei rainha meneer mevrouw pastor juror big little old young
    """.split()
)
"""Words that stand before a name and belong to it."""

PROFESSIONS = frozenset(
    """
    poet writer author novelist journalist reporter editor detective policeman cop lawyer attorney teacher student
    doctor nurse therapist surrogate priest painter artist musician singer dancer actor actress pianist soldier
    farmer boxer wrestler driver waiter waitress widow widower housewife businessman banker scientist engineer
    astronaut pilot photographer filmmaker producer hitman thief gangster mobster assassin neighbor neighbour
    roommate best boss aide attendant caretaker carer assistant secretary manager friend girlfriend boyfriend
    husband wife son daughter brother sister mother father cousin nephew niece grandmother grandfather hacker
    mechanic carpenter fisherman hunter rancher gunslinger explorer dichter schriftsteller autor detektiv polizist
    anwalt anwältin lehrer lehrerin studentin arzt ärztin krankenschwester therapeutin priester maler künstler
    musiker sänger sängerin soldat bauer fahrer witwe witwer freund freundin mann frau sohn tochter bruder schwester
    mutter vater nachbar nachbarin chef kollege kollegin pflegerin pfleger surrogatpartnerin
    """.split()
)
"""What people are, where a capital is no sign of a name: at the start of a sentence, and in German anywhere."""

GIVEN_NAMES = frozenset(
    """
    peter roger oliver victor walter alexander christopher jennifer heather esther amber tyler carter hunter parker
    spencer xavier javier hector igor eleanor connor trevor taylor brian adrian julian vivian christian sebastian
    lillian norman herman roman vincent laurent grant bryant gunther günther werner reiner rainer dieter martin
    karin robin kathrin katrin valentin benjamin justin kevin edwin erwin colin alvin calvin marvin quentin augustin
    constantin dustin gavin melvin carmen lauren helen ellen karen maren owen ewen warren stephen arthur ester
    fletcher archer baxter chester lester piper ryder sawyer skyler summer ginger juniper winter jasper casper
    leander sander wouter pieter rutger
    """.split()
)
"""Given names that end as words for what people do."""

NO_NAMES = frozenset(
    """
    academy award awards festival film films movie movies cinema best actor actress supporting
    nominated winner part chapter edition cut review reviews spoiler spoilers studio studios pictures entertainment
    production productions company university college north south east west northern southern eastern western new
    los las san santa saint city county street the a an this that his her their our my release released rated
    various unknown none n/a others tba january february march april june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday die das ein eine une les des un una gli its
    here there when where while who what which it he she they we you i and or but as in on at for with from not no
    yes one two three first second third season episode series television tv dvd blu-ray read more click see also
    photo image credit source via minutes minuten king's
    """.split()
)
"""Words that no name of a person is made of, or begins with."""

NO_SURNAMES = frozenset(
    """
    academy award awards festival film films movie movies cinema actor actress nominated chapter edition cut review
    reviews spoiler spoilers studio studios pictures entertainment production productions company university college
    city county release released rated others tba episode series season television tv dvd blu-ray minutes minuten photo
    image credit source via more click see also
    """.split()
)
"""Those of them that are no surname either."""

MADE = {
    ("writers", "directors"): (
        "written and directed by; écrit et réalisé par; écrite et réalisée par; escrita y dirigida por; "
        "scritto e diretto da; escrito e dirigido por; geschreven en geregisseerd door; "
        "geschrieben und inszeniert von; wrote and directed"
    ),
    ("directors",): (
        "directed by; director; dir.; a film by; helmed by; der regisseur; die regisseurin; regie führte; "
        "in der regie von; unter der regie von; regie von; inszeniert von; réalisé par; réalisée par; "
        "mis en scène par; un film de; dirigido por; dirigida por; película de; diretto da; diretta da; un film di; "
        "regia di; realizado por; realizada por; um filme de; geregisseerd door; een film van; in de regie van"
    ),
    ("writers",): (
        "written by; screenplay by; script by; scripted by; drehbuch von; das drehbuch schrieb; scénario de; "
        "guion de; guión de; sceneggiatura di; roteiro de; scenario van"
    ),
}
"""How a sentence about a film says who made it; the names follow."""

PLAYED = """
    played portrayed voiced embodied gespielt verkörpert dargestellt gesprochen interpretado interpretada encarnado
    encarnada vivido vivida interpretato interpretata impersonato impersonata joué jouée interprété interprétée incarné
    incarnée campé campée gespeeld vertolkt
""".split()
"""How brackets say that somebody is played by somebody; `by` and the name follow."""

CREW_WORDS = (
    "cinematographer; composer; screenwriter; co-writer; co-director; writer-director; production designer; "
    "costume designer; director of photography; film editor; kameramann; kamerafrau; komponist; komponistin; "
    "drehbuchautor; drehbuchautorin; chef opérateur; compositeur; compositrice; scénariste; monteur; compositor; "
    "guionista; director de fotografía; direttore della fotografia; sceneggiatore; roteirista; cameraman; componist; "
    "scenarist"
)
"""People who make a film and are in none; brackets behind their names hold other films."""

ARTICLES = "a an the der die ein eine un une le la il lo una el o um uma de een".split()

OPENING = {
    "en": "the a an", "de": "der die das ein eine", "fr": "le la les l' un une", "es": "el la los las un una",
    "it": "il lo la i gli le l' un uno una", "pt": "o a os as um uma", "nl": "de het een", "sv": "en ett",
}  # fmt: skip
"""The articles a title may open with, by language."""

PRAISE = """
    critic critics reviewer reviewers audience audiences acclaim acclaimed praised praise performance performances
    award awards oscar oscars nominated nomination director direction directed directs cinematography soundtrack score
    screenplay script filmmaker filmmakers sensitive brilliant masterpiece recommend recommended watching acting
    pacing genre style stil estilo stile close-up close-ups shot takes cinematographer premiered reviews viewer
    viewers film movie kritik kritiken kritiker lobte gelobt publikum darsteller darstellerin schauspieler regie
    regisseur regisseurin inszenierung inszeniert preis preise drehbuch musik kamera meisterwerk critique critiques
    public salué saluée prix mise realisateur realisatrice interpretation chef-d'oeuvre critica criticas publico
    premio premios actuacion interpretacion direccion guion fotografia pelicula recepcion regia interpreti
    interpretazione sceneggiatura capolavoro pubblico atuacao elogiado elogiada roteiro direcao filme recensenten
    acteerwerk regisseur prijzen publiek ontvangen geprezen pers
""".split()
"""Words of those who judge a film."""
