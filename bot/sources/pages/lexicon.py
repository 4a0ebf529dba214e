"""The words pages use, in lower case: English, German, French, Spanish, Italian, Portuguese and Dutch."""

LABELS = {
    "title": (
        "title; film title; title of film; title of the film; titel; filmtitel; titre; titre francais; titulo; titolo; "
        "titolo italiano; deutscher titel"
    ),
    "original_title": (
        "original title; originaltitel; titre original; titulo original; titolo originale; originele titel; "
        "oorspronkelijke titel"
    ),
    "also_known_as": (
        "also known as; aka; a k a; alternative title; alternative titles; other titles; auch bekannt als; "
        "alternativtitel; autre titre; otros titulos; altri titoli; andere titels; english title"
    ),
    "year": (
        "year; release year; production year; year of release; year of production; jahr; produktionsjahr; "
        "erscheinungsjahr; annee; annee de production; annee de sortie; ano; ano de producao; anno; "
        "anno di produzione; anno di uscita; jaar; productiejaar; jaar van uitgave; ano de lancamento"
    ),
    "runtime": (
        "runtime; running time; run time; running length; length; duration; laufzeit; lange; filmlange; "
        "dauer; spieldauer; duree; duracion; durata; duracao; speelduur; duur; looptijd; lengte; time; "
        "minutes; metraje; minutaje"
    ),
    "certificates": (
        "rating; ratings; rated; film rating; age rating; content rating; certificate; certification; cert; "
        "classification; us rating; altersfreigabe; freigabe; alterseinstufung; fsk freigabe; "
        "jugendfreigabe; clasificacion; clasificacion por edades; calificacion; calificacion por edades; "
        "edad recomendada; classificacao; classificacao indicativa; classificacao etaria; visto censura; "
        "divieto; censura; leeftijd; leeftijdskeuring; keuring; public; parental rating; "
        "motion picture rating; age certificate; age"
    ),
    "genres": ("genre; genres; filmgenre; gattung; genero; generos; genere; generi; kind of film; film genre"),
    "countries": (
        "country; countries; country of origin; countries of origin; production country; "
        "production countries; origin; land; lander; produktionsland; produktionslander; herkunftsland; "
        "pays; pays d origine; pays de production; nationalite; nationality; pais; paises; nacionalidad; "
        "nacionalidade; pais de origen; pais de origem; paese; paesi; paese di produzione; nazione; nazionalita; "
        "land van herkomst; landen; productieland"
    ),
    "languages": (
        "language; languages; spoken languages; original language; sprache; sprachen; originalsprache; "
        "langue; langues; langue originale; idioma; idiomas; idioma original; lingua; lingue; "
        "lingua originale; taal; talen; gesproken taal; lenguaje"
    ),
    "directors": (
        "director; directors; directed by; direction; dir; directed; film by; a film by; un film de; "
        "un film di; ein film von; um filme de; una pelicula de; een film van; regie; regisseur; "
        "regisseurin; regisseure; realisateur; realisatrice; realisateurs; realisation; realise par; "
        "mise en scene; directora; directores; direccion; dirigida por; dirigido por; regia; regia di; "
        "regista; registi; diretto da; direcao; diretor; diretora; diretores; realizacao; realizador; "
        "realizacao de; realizado por; realizada por; geregisseerd door; helmer"
    ),
    "writers": (
        "writer; writers; story by; written by; screenplay; screenplay by; screenplays; script; script by; scr; "
        "screen play; screenwriter; screenwriters; writing credits; story and screenplay; adapted by; "
        "drehbuch; buch; drehbuchautor; drehbuchautoren; drehbuch von; skript; scenario; scenario de; "
        "scenariste; scenaristes; ecrit par; scenario et dialogues; guion; guionista; guionistas; "
        "escrito por; escrita por; guion de; sceneggiatura; sceneggiatura di; sceneggiatore; sceneggiatori; "
        "scritto da; soggetto e sceneggiatura; roteiro; roteiro de; roteirista; roteiristas; argumento de; "
        "scenarist; geschreven door; scenarioschrijver; writing; written; libreto"
    ),
    "producers": (
        "prod; producer; producers; produced by; produzent; produzenten; produzentin; produziert von; "
        "producteur; producteurs; productrice; produit par; productor; productores; producida por; "
        "producido por; produttore; produttori; prodotto da; produtor; produtores; produzido por; producent; "
        "producenten; geproduceerd door"
    ),
    "composers": (
        "music; music by; composer; composers; original music; original score; score; score by; "
        "musical score; musik; filmmusik; komponist; musik von; musique; musique de; musique originale; "
        "compositeur; musica; musica de; compositor; musiche; musiche di; musica di; colonna sonora; "
        "compositore; trilha sonora; banda sonora; muziek; muziek van; componist; composed by"
    ),
    "cinematographers": (
        "cinematography; cinematography by; cinematographer; cinematographers; director of photography; "
        "directors of photography; photography; photography by; d o p; dop; dp; camera; kamera; "
        "bildgestaltung; image; photographie; directeur de la photographie; chef operateur; fotografia; "
        "direccion de fotografia; director de fotografia; direttore della fotografia; fotografia di; "
        "direcao de fotografia; camerawerk; cameraman; lensed by; shot by; photographed by"
    ),
    "editors": (
        "editor; editors; editing; edited by; film editing; film editor; schnitt; montage; monteur; "
        "monteuse; montaje; edicion; montaggio; montaggio di; montatore; montagem; edicao; montering; "
        "film edited by; cutter"
    ),
    "cast": (
        "cast; starring; stars; star; actors; actor; featuring; main cast; lead cast; cast list; the cast; "
        "players; principal cast; leading cast; lead actors; who s in it; darsteller; besetzung; mit; "
        "schauspieler; hauptdarsteller; hauptrollen; in den hauptrollen; rollen; cast und rollen; "
        "es spielen; distribution; avec; acteurs; acteurs principaux; interpretes; casting; interpretation; "
        "reparto; reparto principal; elenco; elenco principal; actores; protagonistas; protagonizada por; "
        "con; attori; interpreti; interpreti e personaggi; attori principali; cast principale; "
        "interpretato da; com; atores; rolverdeling; met; hoofdrollen; bezetting; hoofdrolspelers; "
        "in de hoofdrollen; performers; acted by; played by; cast and characters; cast characters"
    ),
    "releases": (
        "release date; release dates; release; releases; released; date of release; theatrical release; "
        "opening date; opening; opens; opened; premiere; premiered; premieres; world premiere; first shown; "
        "in theaters; in theatres; in cinemas; cinema release; theaters; kinostart; kinostarts; filmstart; "
        "starttermin; start; bundesstart; erstauffuhrung; urauffuhrung; weltpremiere; veroffentlichung; "
        "veroffentlicht; erscheinungsdatum; erschienen; im kino; im kino ab; im kino seit; ab; kinopremiere; "
        "sortie; sorties; date de sortie; dates de sortie; sortie en salles; sortie en salle; sortie cinema; "
        "sorti le; date de sortie en salles; avant premiere; estreno; estrenos; fecha de estreno; "
        "fechas de estreno; estrenada; fecha de lanzamiento; lanzamiento; data di uscita; date di uscita; "
        "uscita; uscita al cinema; uscita nelle sale; al cinema dal; nelle sale dal; prima; anteprima; "
        "lancamento; data de lancamento; datas de lancamento; estreia; estreias; data de estreia; "
        "releasedatum; releasedata; bioscooprelease; in de bioscoop; verschijningsdatum; verschenen; "
        "dvd release; bioscoop; nos cinemas; en cines; en salles"
    ),
    "based_on": (
        "based on; based upon; adapted from; source material; basierend auf; basiert auf; nach; vorlage; "
        "literarische vorlage; romanvorlage; d apres; adapte de; base sur; basada en; basado en; tratto da; "
        "tratto dal; basato su; ispirato a; baseado em; baseada em; adaptado de; gebaseerd op; naar; based"
    ),
    "themes": (
        "theme; themes; themen; thema; thematik; theme principal; themes abordes; temas; tema; temi; themas; "
        "thema s; topics"
    ),
    "keywords": (
        "keyword; keywords; schlagworte; schlagworter; stichworte; mots cles; palabras clave; parole chiave; "
        "palavras chave; trefwoorden"
    ),
    "audience": (
        "audience; recommended for; who will like it; for whom; zielgruppe; empfohlen fur; fur wen; "
        "pour qui; para quien; per chi; para quem; doelgroep; voor wie"
    ),
    "imdb": ("imdb; imdb id; imdb number; imdb code"),
    "score": (
        "imdb rating; imdb score; rotten tomatoes; rotten tomatoes score; tomatometer; metacritic; "
        "metascore; metacritic score; my score; our score; my rating; our rating; star rating; stars out of five; "
        "score out of ten; wertung; note globale; nota; voto; cijfer"
    ),
    "awards": ("awards; award; auszeichnungen; recompenses; prix; premios; premi; prijzen; oscars"),
    "summary": (
        "plot; synopsis; summary; plot summary; story; storyline; the story; the plot; what it s about; "
        "what it is about; premise; logline; handlung; inhalt; die handlung; inhaltsangabe; zusammenfassung; "
        "worum geht es; worum es geht; kurzinhalt; resume; intrigue; l histoire; histoire; de quoi ca parle; "
        "sinopsis; argumento; resumen; la historia; de que trata; trama; la trama; sinossi; la storia; "
        "di cosa parla; sinopse; enredo; resumo; a historia; historia; verhaal; het verhaal; samenvatting; "
        "inhoud; korte inhoud; waar gaat het over; about; about the film; overview; in brief; in short"
    ),
    "reception": (
        "reception; review; reviews; my review; criticism; critical response; critical reception; "
        "the verdict; verdict; my verdict; my thoughts; thoughts; opinion; our opinion; "
        "what the critics said; style; the style; analysis; kritik; kritiken; die kritik; filmkritik; "
        "rezeption; fazit; bewertung; meinung; meine meinung; stil; critique; critiques; notre avis; "
        "mon avis; avis; accueil; accueil critique; reception critique; recepcion; critica; nuestra opinion; "
        "valoracion; criticas; accoglienza; recensione; giudizio; il giudizio; commento; la critica; "
        "recepcao; opiniao; avaliacao; analise; recensie; kritiek; oordeel; ontvangst; mening; conclusie; "
        "how it was received; direction and style; beurteilung; stijl; estilo; stile; le style"
    ),
    "": (
        "budget; box office; gross; distributor; distribution company; distributed by; studio; studios; "
        "production company; production companies; production; produktion; produktionsfirma; verleih; "
        "filmverleih; distributeur; societe de production; productora; distribuidora; produccion; producao; "
        "produzione; casa di produzione; distribuzione; productie; productiemaatschappij; color; colour; "
        "aspect ratio; sound; sound mix; format; posted by; posted; posted on; author; autor; text; text by; "
        "by; review by; reviewed by; von; date; datum; published; published on; share; website; "
        "official site; official website; trailer; photo; photos; image credit; credit; source; sources; "
        "quelle; executive producer; executive producers; costume design; costumes; costume designer; "
        "production design; production designer; art direction; casting by; casting director; makeup; "
        "visual effects; vfx; stunts; "
        "tagline; trivia; note; notes; bonus; extras; dvd; blu ray; streaming; available on; where to watch; "
        "seen; seen at; viewed; kostume; szenenbild; ton; ausstattung; son; decors; "
        "kostuums; uitgever; scenography; narrator; comments; tags; category; categories; filed under; "
        "kategorie; produktion und verleih; farbe"
    ),
}
"""What each field is called on its line; "" is of no use here."""

GENRES = {
    "Drama": ("drama; drame; dramma; drammatico"),
    "Comedy": ("comedy; komodie; comedie; comedia; commedia; komedie"),
    "Biography": ("biography; biografie; biographie; biografia; biografico; biopic; biographical"),
    "Romance": ("romance; romanze; romantik; liebesfilm; romantico; sentimentale; romantiek; romantisch"),
    "Science Fiction": ("science fiction; sci fi; ciencia ficcion; fantascienza; ficcao cientifica; sciencefiction"),
    "Thriller": ("thriller; suspense; suspenso"),
    "Horror": ("horror; horreur; terror; orrore; epouvante"),
    "Action": ("action; accion; azione; acao; actie"),
    "Adventure": ("adventure; abenteuer; aventure; aventuras; aventura; avventura; avontuur"),
    "Animation": ("animation; animacion; animazione; animacao; animatie"),
    "Documentary": ("documentary; dokumentarfilm; documentaire; documental; documentario"),
    "Crime": ("crime; krimi; policier; policiaco; poliziesco; misdaad; crimen"),
    "Fantasy": ("fantasy; fantastique; fantasia; fantastico"),
    "Mystery": ("mystery; misterio; mistero"),
    "War": ("war; kriegsfilm; guerre; guerra; oorlog"),
    "Western": ("western"),
    "Music": ("music; musikfilm"),
    "Musical": ("musical"),
    "History": ("history; historical; historienfilm; historique; historico; storico"),
    "Family": ("family; familienfilm; famille; familiar"),
    "Sport": ("sport"),
    "Comedy Drama": ("comedy drama; dramedy; comedie dramatique; comedia dramatica; commedia drammatica"),
    "Tragicomedy": ("tragikomodie"),
    "Romantic Comedy": ("rom com; romantic comedy"),
}
"""Genres by the names they have; any other stays as it is written."""

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
