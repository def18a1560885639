-- Problems that came back (屡禁不止) are one in twenty. The picture of trends counts them by day, and for a city county by county:
-- without this each county reads the whole ledger, those of its neighbours included.
create index problem_recurred on problem (area_id, id) where recurrence_of is not null;
