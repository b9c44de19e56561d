// events_between: which congresses, plenums, conferences and meetings were held between ?since and ?until?
// vi: những đại hội, hội nghị, phiên họp nào diễn ra từ ngày ?since đến ngày ?until?
// param since date default 0001-01-01: first day | từ ngày
// param until date default today: last day | đến ngày
// note: certain = all its days, as far as known, lie between; possible = some do. Undated events are left out.
// returns ?event iri, ?kind string, ?startsOn date, ?endsOn date, ?certainty string, ?label string

MATCH (e:Event)
WHERE e.startsOn IS NOT NULL AND coalesce(e.latest, $until) >= $since AND coalesce(e.earliest, $since) <= $until
RETURN DISTINCT e.iri AS event,
  CASE WHEN e:Conference THEN 'Conference' WHEN e:Congress THEN 'Congress' WHEN e:Meeting THEN 'Meeting'
    WHEN e:Plenum THEN 'Plenum' ELSE 'Event' END AS kind,
  e.startsOn AS startsOn, e.endsOn AS endsOn,
  CASE WHEN coalesce(e.earliest >= $since AND e.latest <= $until, false) THEN 'certain' ELSE 'possible' END AS certainty,
  e.label_vi AS label
ORDER BY startsOn, event
LIMIT 5000
