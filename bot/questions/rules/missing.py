"""What people ask of films that no entry holds: the words that ask for it, and how its absence is said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is never known; `said` ends the sentence "I know Avatar (2009), but not …"."""

    said: str
    cues: str
    example: str


PLACED = "where it is set"
"""What is asked for by words that say much else, too."""

MISSING = (
    Missing(
        "which films people score best",
        "highest rated|best rated|top rated|lowest rated|worst rated|best reviewed|worst reviewed|highest scoring"
        "|highest scored|top scoring",
        "what is the highest rated film",
    ),
    Missing(
        "how many letters titles have",
        "longest title|shortest title|longest name|shortest name|longest titles|shortest titles",
        "which film has the longest title",
    ),
    Missing(
        "what it cost",
        "budget|budgets|cost|costs|cost to make|production budget|production costs|how expensive"
        "|expensive to make|how much did it cost|price tag",
        "what was the budget of Up",
    ),
    Missing(
        "what it earned",
        "box office|gross|grossed|grosses|grossing|earn|earned|earns|earnings|how much money|revenue"
        "|revenues|takings|profit|profits|profitable|flop|flopped|bomb|bombed|blockbuster"
        "|make its money back|break even|ticket sales|tickets sold|opening weekend|how much"
        "|box office numbers|box office success|box office hit|box office collection"
        "|collection at the box office",
        "how much money did Up make",
    ),
    Missing(
        "who made its costumes and sets",
        "costume|costumes|costume design|costume designer|wardrobe|production designer|production design|makeup|make up"
        "|makeup artist|hair and makeup|hairdresser|set design|set designer|choreographer|choreography|choreographed",
        "who did the costumes of Up",
    ),
    Missing(
        "where it was shot",
        "where was it shot|which town|what town|which city|what city|shooting location|shooting locations|filming location|filming locations|shot on location"
        "|location|locations|where filmed|where shot|where was it filmed|where did they film"
        "|where did they shoot|filmed on location|set visit|backlot|on location",
        "filming locations of Up",
    ),
    Missing(
        PLACED,
        "set|take place|takes place|took place|taking place|setting|the setting|is set|where it is set|play out",
        "where is Up set",
    ),
    Missing(
        "where it can be watched",
        "where can i watch|where to watch|where can i see|where can i stream|stream|streaming|on netflix|netflix"
        "|on disney|on amazon prime|torrent|where can i find|disney plus|hulu|hbo max|prime video"
        "|amazon prime|on prime|apple tv|youtube|on youtube|mubi|which platform|what platform"
        "|streaming service|streaming services|where can i rent|where to rent|rental|where can i buy"
        "|can i buy|purchase|where can i get|where could i watch|where could i see|where do i watch"
        "|where can we watch|where is it streaming|available on|available|blu ray|bluray|bluray release"
        "|dvd|dvds|vhs|4k|uhd|laserdisc|on tv|on telly|on television|showing near me|playing near me"
        "|near me|what cinema|which cinema|what theatre|which theatre|what theater|which theater|showtimes|show times|tickets|ticket|what time|what channel"
        "|which channel",
        "where can i watch Up",
    ),
    Missing(
        "what came before or after it",
        "sequel|sequels|prequel|prequels|have a sequel|spin off|spinoff|spin offs|spinoffs"
        "|remakes|follow up|followup|follow ups|part two coming|a part 2|part 2 coming|next part"
        "|next instalment|next installment|another one coming|reboot|reboots|rebooted|continuation"
        "|tv show of|tv series of|series of it|video game|videogame|game of|board game|comic of",
        "is there a sequel to Up",
    ),
    Missing(
        "which company made it",
        "studio|studios|production company|production house|production houses|prod company|financed"
        "|financed by|funded|funded by|financiers|bankrolled|distribute|distributes|who released it"
        "|distributor|distributed|distributed by|production companies",
        "which studio made Up",
    ),
    Missing(
        "a line from it",
        "quote|quotes|quotable|famous line|famous lines|most famous line|iconic line|iconic lines"
        "|opening line|last line|final line|first line|closing line|last words|taglines|tagline|best line"
        "|best lines|best quote|famous quote|catchphrase|slogan|motto|best scene|funniest line"
        "|funniest scene|scariest scene|iconic scene",
        "quotes from Up",
    ),
    Missing(
        "which of its characters is the villain or the hero",
        "villain|villains|bad guy|bad guys|baddie|baddies|antagonist|antagonists|protagonist|protagonists"
        "|hero|heroes|heroine|main character|main characters|central character|lead character"
        "|lead characters|love interest|sidekick",
        "who is the villain in Up",
    ),
    Missing(
        "who lives and who dies in it",
        "died|dies|die|death toll|body count|survives|survive|survivors|gets killed|is killed|get killed"
        "|who kills|who killed|how many deaths|how many people die|make it out alive|alive at the end"
        "|kill count",
        "who dies in Up",
    ),
    Missing(
        "the lives of those who made it",
        "salary|salaries|get paid|got paid|paycheck|pay check|how rich|how tall|height|real name|age of"
        "|actors age|age in|how old was|how old were|how old is he|how old is she|dating|boyfriend"
        "|girlfriend|zodiac sign|born|where born|birthday|birthplace|married|wife|husband|spouse|divorced"
        "|children|net worth|nationality|birth date",
        "who is married in Up",
    ),
    Missing(
        "which of those who made a film are women or men",
        "by women|by a woman|by men|woman director|women directors|female|females|female director|female directors"
        "|woman filmmaker|women filmmakers|made by women|made by a woman|directed by women|directed by a woman"
        "|written by women|written by a woman|female filmmakers|female directed|female led|male director|male directors",
        "was Up directed by a woman",
    ),
    Missing(
        "who did its stunts, its effects, its sound or its casting",
        "stunt|stunts|stunt coordinator|stunt double|stunt doubles|stuntman|stuntmen|body double|fight choreographer"
        "|special effects|visual effects|vfx|cgi|sfx|casting|casting by|casting director|sound designer|sound design"
        "|sound mixer|sound mixing|mixed the sound|sound editor|sound editing|sound engineer|do sound|did sound|foley"
        "|art director|art direction|set decorator|assistant director|gaffer|key grip|best boy|boom operator",
        "who was the stunt coordinator on Up",
    ),
    Missing(
        "its trailer",
        "trailer|trailers|teaser|teasers",
        "trailer of Up",
    ),
    Missing(
        "a picture of it",
        "poster|posters|screenshot|screenshots|stills|still from|gif|gifs|meme|memes|wallpaper|cover art",
        "poster of Up",
    ),
    Missing(
        "what is seen after its credits",
        "post credit|post credits|post credit scene|post credits scene|post credit scenes"
        "|post credits scenes|postcredit|postcredits"
        "|after credits|after the credits|after credit scene|after credits scene|end credit scene"
        "|end credits scene|end credits|end credit"
        "|mid credit scene|mid credits scene|credit scene|credits scene|stinger|stay for the credits"
        "|wait for the credits|opening credits|closing credits",
        "does Up have a post credit scene",
    ),
    Missing(
        "what other versions of it there are",
        "directors cut|director cut|directors cuts|extended cut|extended cuts|extended edition|extended editions"
        "|extended version|extended versions|theatrical cut|theatrical version|final cut|other cuts|how many cuts"
        "|how many versions|what versions|which versions|uncut|uncut version|unrated version|longer cut|special edition|different cuts|alternate ending"
        "|alternate endings|alternative ending|alternative endings|deleted scene"
        "|deleted scenes|cut scenes|missing scenes|remastered|colorized|colourised|bonus features"
        "|special features|commentary|dvd extras",
        "is there a director's cut of Up",
    ),
    Missing(
        "what happened while it was made",
        "trivia|fun fact|fun facts|fun trivia|interesting facts|easter egg|easter eggs|goof|goofs|blooper"
        "|bloopers|outtake|outtakes|gag reel"
        "|mistakes|mistake|plot holes|plot hole|continuity errors|behind the scenes|making of|anecdotes"
        "|controversy|controversies|scandal|banned|production problems"
        "|how long did it take to film|how long did it take to make|take to film|take to shoot"
        "|take to make|to film|the shoot|shooting schedule|when was it filmed|when was it shot"
        "|start filming|started filming|finish filming|days of shooting|shooting days"
        "|principal photography|accidents on set|improvised|ad libbed",
        "any bloopers from Up",
    ),
    Missing(
        "who was asked to play in it and did not",
        "turned down the lead|turn down the lead|turned down the role|turned down the part|turned down|turn down|turned it down|passed on|pass on the role|rejected the role"
        "|refused the role|auditioned|audition|auditions|auditioned for|originally cast"
        "|first choice|first choices|original choice|supposed to play|meant to play|almost cast"
        "|almost played|nearly cast|nearly played|considered for|was offered|were offered|replaced by"
        "|recast|dropped out",
        "who turned down Up",
    ),
    Missing(
        "how it was photographed",
        "aspect ratio|aspect ratios|widescreen|wide screen|imax|in imax|in 3d|film stock|35mm|70mm|16mm"
        "|frame rate|fps|resolution|camera used|cameras used|what camera|which camera|what cameras"
        "|which cameras"
        "|camera model|what lens|which lens|shot on film|shot on digital|shot digitally|shot on what|dolby"
        "|surround sound|black and white or colour|in colour|in color",
        "aspect ratio of Up",
    ),
    Missing(
        "which songs are in it",
        "song|theme song|theme tune|title song|title track|end song|ending song|opening song|song called"
        "|which song|what song|which songs|what songs|song list|songs list|list of songs|list the songs"
        "|soundtrack list|track list|tracklist|playlist|needle drops|who sings|who sang|sings|sang|sung"
        "|playback singer|playback singers|lyrics|lyricist|soundtrack album|name the song|name of the song",
        "which song is in Up",
    ),
    Missing(
        "its voices and subtitles in other languages",
        "dub|dubs|dubbed|dubbing|dubbed by|dubbing voice|dubbing voices|dubbing artist|german voice"
        "|french voice|hindi voice|spanish voice|italian voice|voice dub|subtitle|subtitles|subtitled|subs"
        "|closed captions|captions|audio description|dubbed version|hindi dub|english dub",
        "who dubbed Up",
    ),
    Missing(
        "who tells its story",
        "narrator|narrators|narrate|narrates|narrated|narrated by|narration|voiceover|voice over",
        "who narrates Up",
    ),
    Missing(
        "how it ranks and how many saw it",
        "imdb top 250|top 250|rank|ranked|ranks|ranking|rankings|ranks in|how many people watched"
        "|how many people saw|how many people have seen|how many viewers|viewership|viewers"
        "|how many tickets|audience numbers|how popular|afi list|afi top 100|sight and sound",
        "rank of Up in the top 250",
    ),
    Missing(
        "who plays a lead and who does not",
        "isnt the lead|isnt a lead|not the lead|not a lead|isnt the star|not the star|not in the lead|wasnt the lead",
        "is X not the lead in Up",
    ),
    Missing(
        "what its story means",
        "the moral|moral of|moral of the story|symbolism|symbolise|symbolize|symbolic|meaning of"
        "|meaning behind|hidden meaning|explain the ending|ending explained|explain the end|ending mean"
        "|ending means|interpretation|allegory|metaphor|theories|fan theory|fan theories",
        "what is the moral of Up",
    ),
)
