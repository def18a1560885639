-- What the lists of 100,000 problems ask (bench/lists), each told beside it.

-- The desk's answer to a finding, and the taking back of one: 复核各步 and a third party's own list ask it of thousands of
-- findings at once, and the few acts that can answer are one in five.
create index problem_event_answered on problem_event (problem_id, seq) include (act)
  where act in ('confirmed', 'rejected', 'merged', 'exempted');
create index problem_event_undone on problem_event (problem_id, seq) where act = 'undone';
