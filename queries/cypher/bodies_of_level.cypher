// bodies_of_level: which bodies are of the level ?level?
// vi: có những cơ quan nào ở cấp ?level?
// param level code of level: the level, central | cấp, central
// returns ?body iri, ?existsFrom date, ?existsTo date, ?label string

MATCH (b:Body)
WHERE b.level = $level OR 'level ' + $level IN coalesce(b.alsoSaid, [])
RETURN DISTINCT b.iri AS body, b.existsFrom AS existsFrom, b.existsTo AS existsTo, b.label_vi AS label
ORDER BY body
LIMIT 5000
