-- What the year's reckonings and 测算 ask of half a million acts (bench/lists): the few that bear on the answer, not the histories.

-- Rechecks that failed in a year (复查不合格): a few acts in a hundred, asked by day.
create index problem_event_failed on problem_event (area_id, day) where act in ('rechecked_not', 'rechecked_partly');
-- Findings a person set aside, and those of a unit itself: what a period judged again must leave out.
create index problem_event_aside on problem_event (area_id, act)
  where act in ('rejected', 'withdrawn', 'exempted', 'merged') or (act = 'found' and by_role = 'unit');
-- Problems that stood at the close of one period, for what was carried over from it.
create index problem_event_carried on problem_event (area_id, (data ->> 'period')) where act = 'carried_over';

-- 错情复核 shows items that stand somewhere undismissed: thousands are asked at once, and the index alone answers.
create index proof_place_standing on proof_place (site_id, key) where not dismissed;
