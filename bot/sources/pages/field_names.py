"""What pages call the fields of a film, and genres, in seven languages, in lower case."""

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
