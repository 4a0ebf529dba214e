"""Well-known films to be found in the tests."""

from bot.matching import Entry, Index

FILMS = [
    Entry(1, ["Dune"], 1984, ["David Lynch"], 3000),
    Entry(2, ["Dune"], 2021, ["Denis Villeneuve"], 9000),
    Entry(3, ["The Sessions", "The Surrogate"], 2012, ["Ben Lewin"], 300),
    Entry(4, ["Terminator 2: Judgment Day"], 1991, ["James Cameron"], 4000),
    Entry(5, ["The Terminator"], 1984, ["James Cameron"], 4100),
    Entry(6, ["The Lord of the Rings: The Fellowship of the Ring"], 2001, ["Peter Jackson"], 8700),
    Entry(7, ["The Lord of the Rings: The Two Towers"], 2002, ["Peter Jackson"], 7500),
    Entry(8, ["Star Wars: Episode IV - A New Hope"], 1977, ["George Lucas"], 6600),
    Entry(9, ["M"], 1931, ["Fritz Lang"], 500),
    Entry(10, ["It"], 2017, ["Andy Muschietti"], 5000),
    Entry(11, ["Up"], 2009, ["Pete Docter", "Bob Peterson"], 6800),
    Entry(12, ["1984"], 1956, ["Michael Anderson"], 40),
    Entry(13, ["300"], 2006, ["Zack Snyder"], 5000),
    Entry(14, ["WALL·E"], 2008, ["Andrew Stanton"], 6200),
    Entry(15, ["Spider-Man"], 2002, ["Sam Raimi"], 5200),
    Entry(16, ["Spirited Away", "千と千尋の神隠し"], 2001, ["Hayao Miyazaki"], 3800),
    Entry(17, ["Stalker", "Сталкер"], 1979, ["Andrei Tarkovsky"], 600),
    Entry(18, ["Se7en"], 1995, ["David Fincher"], 5700),
    Entry(19, ["Blade Runner"], 1982, ["Ridley Scott"], 3500),
    Entry(20, ["Blade Runner 2049"], 2017, ["Denis Villeneuve"], 6000),
    Entry(21, ["2001: A Space Odyssey"], 1968, ["Stanley Kubrick"], 2900),
    Entry(22, ["8½"], 1963, ["Federico Fellini"], 300),
    Entry(23, ["Rocky"], 1976, ["John G. Avildsen"], 1800),
    Entry(24, ["Rocky II"], 1979, ["Sylvester Stallone"], 900),
    Entry(25, ["Robin Hood"], 2010, ["Ridley Scott"], 1400),
    Entry(26, ["Robin Hood"], 2018, ["Otto Bathurst"], 1000),
    Entry(27, ["Amélie", "Le Fabuleux Destin d'Amélie Poulain"], 2001, ["Jean-Pierre Jeunet"], 3300),
    Entry(28, ["Ocean's Eleven"], 2001, ["Steven Soderbergh"], 3800),
    Entry(29, ["1917"], 2019, ["Sam Mendes"], 7000),
    Entry(30, ["The Thing"], 1982, ["John Carpenter"], 1600),
    Entry(31, ["The Thing"], 2011, ["Matthijs van Heijningen Jr."], 800),
    Entry(32, ["The Godfather Part II"], 1974, ["Francis Ford Coppola"], 3300),
    Entry(33, ["One Hundred and One Dalmatians"], 1961, ["Clyde Geronimi"], 1600),
    Entry(34, ["Mr. & Mrs. Smith"], 2005, ["Doug Liman"], 2900),
    Entry(35, ["Das Boot"], 1981, ["Wolfgang Petersen"], 600),
    Entry(36, ["La Haine"], 1995, ["Mathieu Kassovitz"], 700),
    Entry(37, ["Il postino"], 1994, ["Michael Radford"], 200),
    Entry(38, ["El laberinto del fauno", "Pan's Labyrinth"], 2006, ["Guillermo del Toro"], 3000),
    Entry(39, ["Scary Movie"], 2000, ["Keenen Ivory Wayans"], 2000),
    Entry(40, ["Eternal Sunshine of the Spotless Mind"], 2004, ["Michel Gondry"], 3700),
    Entry(41, ["Crouching Tiger, Hidden Dragon"], 2000, ["Ang Lee"], 900),
    Entry(42, ["E.T. the Extra-Terrestrial"], 1982, ["Steven Spielberg"], 3200),
    Entry(43, ["The Matrix"], 1999, ["Lana Wachowski", "Lilly Wachowski"], 8900),
    Entry(44, ["Nineteen Eighty-Four"], 1984, ["Michael Radford"], 300),
    Entry(45, ["M*A*S*H"], 1970, ["Robert Altman"], 300),
    Entry(46, ["Inglourious Basterds"], 2009, ["Quentin Tarantino"], 6400),
    Entry(47, ["Léon: The Professional"], 1994, ["Luc Besson"], 4200),
    Entry(48, ["$"], 1971, ["Richard Brooks"], 20),
    Entry(49, ["Thelma & Louise"], 1991, ["Ridley Scott"], 700),
    Entry(50, ["The Seventh Seal", "Det sjunde inseglet"], 1957, ["Ingmar Bergman"], 400),
    Entry(51, ["Face/Off"], 1997, ["John Woo"], 1900),
    Entry(52, ["The Silence of the Lambs"], 1991, ["Jonathan Demme"], 4400),
    Entry(53, ["Good Will Hunting"], 1997, ["Gus Van Sant"], 2800),
]
TITLES = {entry.key: f"{entry.names[0]} ({entry.year})" for entry in FILMS}


def index() -> Index:
    """All films above, as built at once."""
    return Index.build(FILMS)


def added() -> Index:
    """All films above, put one by one."""
    one_by_one = Index.build([])
    for film in FILMS:
        one_by_one.put(film)
    return one_by_one
