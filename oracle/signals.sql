-- The twelve absence signals, as plain SQL: the definition that the program is tested against.
--
-- In:   table or view lessons(pupil, school, grade, date, start, subject, s, v, u), one row per pupil and lesson, as delivered:
--       s scheduled minutes, v valid and u invalid absence minutes; v or u NULL = nobody reported the lesson.
--       Variables as_of, year_start, term_start, term_end (SET VARIABLE as_of = DATE '2025-12-05'); the term lies within the year.
-- Out:  table figures (the numbers behind each answer) and table signals (yes, no, or NULL = too little data).
--
-- Letters used throughout, always minutes: s scheduled, d reported (scheduled minutes of reported lessons), v valid, u invalid, a = v + u.
-- All arithmetic is on integers: rates are compared by cross-multiplication, or are parts per million with floor division.

CREATE OR REPLACE MACRO as_of() AS getvariable('as_of')::DATE;
CREATE OR REPLACE MACRO year_start() AS getvariable('year_start')::DATE;
CREATE OR REPLACE MACRO term_start() AS getvariable('term_start')::DATE;
CREATE OR REPLACE MACRO term_end() AS getvariable('term_end')::DATE;
-- R0: what has happened this school year. Lessons after as_of are plan only.
CREATE OR REPLACE MACRO happened(day) AS day BETWEEN year_start() AND as_of();
CREATE OR REPLACE MACRO this_term(day) AS day BETWEEN term_start() AND least(term_end(), as_of());
CREATE OR REPLACE MACRO clamp(x, low, high) AS least(greatest(x, low), high);
-- P13: less than 80 % of the scheduled minutes reported.
CREATE OR REPLACE MACRO thin(s, d) AS 10 * d < 8 * s;
-- S07 and S08: m of n missed, at least 30 %, and 20 points more than m_o of n_o, that is of all the others together.
CREATE OR REPLACE MACRO stands_out(n, m, n_o, m_o) AS
    n >= 8 AND m >= 4 AND n_o >= 20 AND 10 * m >= 3 * n AND 10 * (m * n_o - m_o * n) >= 2 * n * n_o;

----------------------------------------------------------------------------------------------------------------- from rows to lessons

-- P1: cancelled lessons have no minutes and are dropped. P5: minutes of a reported lesson are clipped, valid first.
CREATE OR REPLACE TEMP TABLE clipped AS
WITH held AS (
    SELECT pupil, school, grade, date, start, subject, s::BIGINT AS s, v IS NOT NULL AND u IS NOT NULL AS reported,
           CASE WHEN reported THEN clamp(v, 0, s) END::BIGINT AS valid, u
    FROM lessons
    WHERE s > 0 AND date BETWEEN year_start() AND greatest(as_of(), term_end())
), cut AS (
    SELECT *, CASE WHEN reported THEN clamp(u, 0, s - valid) END::BIGINT AS invalid FROM held
)
SELECT pupil, school, grade, date, start, subject, s, reported, valid AS v, invalid AS u, valid + invalid AS a,
       -- Duplicates overlap too, and where any two lessons of a day overlap, two that follow each other do.
       coalesce(start < lag(start + s) OVER (PARTITION BY pupil, date ORDER BY start, subject), false) AS touches
FROM cut;

CREATE OR REPLACE TEMP TABLE crowded AS
SELECT * FROM clipped SEMI JOIN (SELECT DISTINCT pupil, date FROM clipped WHERE touches) USING (pupil, date);

-- P3: of the rows with the same pupil, date, start and subject one is kept: reported first, then least absence, then the longest,
-- then least invalid absence. School and grade decide only between rows that are otherwise the same.
CREATE OR REPLACE TEMP TABLE single AS
WITH best AS (
    SELECT * FROM crowded
    QUALIFY row_number() OVER (PARTITION BY pupil, date, start, subject ORDER BY reported DESC, a, s DESC, u, school, grade) = 1
)
SELECT *, row_number() OVER (PARTITION BY pupil, date ORDER BY start, subject) AS n, coalesce(a, 1_000_000_000) AS weight FROM best;

-- P4: walk through the day; a lesson that overlaps the last one kept fights it. Least absence wins (present somewhere is present),
-- unreported loses to any reported, and when they are equal the one already kept stays.
CREATE OR REPLACE TEMP TABLE walk AS
WITH RECURSIVE walk AS (
    SELECT pupil, date, n, n AS last_n, start + s AS last_end, weight AS last_weight, NULL::BIGINT AS dropped FROM single WHERE n = 1
    UNION ALL
    SELECT pupil, date, next_n,
           CASE WHEN stays THEN last_n ELSE next_n END,
           CASE WHEN stays THEN last_end ELSE next_end END,
           CASE WHEN stays THEN last_weight ELSE next_weight END,
           CASE WHEN stays THEN next_n WHEN meets THEN last_n END
    FROM (
        SELECT pupil, date, last_n, last_end, last_weight, single.n AS next_n, start + s AS next_end, weight AS next_weight,
               start < last_end AS meets, meets AND weight >= last_weight AS stays
        FROM walk JOIN single USING (pupil, date) WHERE single.n = walk.n + 1
    )
)
SELECT * FROM walk;

CREATE OR REPLACE TABLE kept AS
SELECT pupil, school, grade, date, start, subject, s, reported, v, u, a
FROM clipped ANTI JOIN (SELECT DISTINCT pupil, date FROM crowded) USING (pupil, date)
UNION ALL
SELECT pupil, school, grade, date, start, subject, s, reported, v, u, a
FROM single ANTI JOIN (SELECT pupil, date, dropped AS n FROM walk WHERE dropped IS NOT NULL) USING (pupil, date, n);

--------------------------------------------------------------------------------------------------------------- from lessons to days

-- P6: a school day is a date with at least one lesson; its school and grade are those of the day's last lesson.
-- The first lesson is for S09. (No two kept lessons of a day start together, so start alone tells first and last.)
-- P7 known, P8 absent and full-absent. P9: a school week is an ISO week (named by its Monday) with a school day.
-- P10: day_no and week_no count the pupil's own school days and school weeks backwards from as_of, the latest being 1.
CREATE OR REPLACE TABLE days AS
WITH sums AS (
    SELECT pupil, date, date_trunc('week', date)::DATE AS week, arg_max(school, start) AS school, arg_max(grade, start) AS grade,
           sum(s)::BIGINT AS s, coalesce(sum(s) FILTER (WHERE reported), 0)::BIGINT AS d,
           coalesce(sum(v), 0)::BIGINT AS v, coalesce(sum(u), 0)::BIGINT AS u, coalesce(sum(a), 0)::BIGINT AS a,
           arg_min(reported, start) AS first_reported, arg_min(s, start) AS first_s, arg_min(coalesce(a, 0), start) AS first_a
    FROM kept WHERE happened(date) GROUP BY ALL
)
SELECT *, d > 0 AND 2 * d >= s AS known,
       known AND a > 0 AND 4 * a >= d AS absent,
       known AND 10 * a >= 8 * d AS full_absent,
       row_number() OVER (PARTITION BY pupil ORDER BY date DESC) AS day_no,
       dense_rank() OVER (PARTITION BY pupil ORDER BY week DESC) AS week_no
FROM sums;

CREATE OR REPLACE TABLE pupils AS
SELECT pupil, max(grade) AS grade FROM kept WHERE happened(date) GROUP BY pupil;

----------------------------------------------------------------------------------------- S01-S06, S11, S12a: sums over a window of days

-- S01 and S11: the term so far.
CREATE OR REPLACE TEMP TABLE term AS
SELECT pupil, count(*) FILTER (WHERE known) AS known, sum(s)::BIGINT AS s, sum(d)::BIGINT AS d,
       sum(v)::BIGINT AS v, sum(u)::BIGINT AS u, sum(a)::BIGINT AS a
FROM days WHERE this_term(date) GROUP BY pupil;

-- S11: the whole term's schedule, plan included; unknown unless the pupil's lessons reach the last weekday of the term.
CREATE OR REPLACE TEMP TABLE planned AS
SELECT pupil, sum(s)::BIGINT AS s
FROM kept WHERE date BETWEEN term_start() AND term_end()
GROUP BY pupil HAVING max(date) >= term_end() - greatest(isodow(term_end()) - 5, 0)::INTEGER;

-- S02: the last 10 school days.
CREATE OR REPLACE TEMP TABLE last_10_days AS
SELECT pupil, count(*) AS days, sum(s)::BIGINT AS s, sum(d)::BIGINT AS d, sum(v)::BIGINT AS v, sum(u)::BIGINT AS u
FROM days WHERE day_no <= 10 GROUP BY pupil;

-- S12a: the last 20 school days. S09: how those days began; late is at least 5 minutes, but not the whole lesson.
CREATE OR REPLACE TEMP TABLE last_20_days AS
SELECT pupil, sum(s)::BIGINT AS s, sum(d)::BIGINT AS d, count(*) FILTER (WHERE first_reported) AS reported,
       count(*) FILTER (WHERE late) AS late, coalesce(sum(first_a) FILTER (WHERE late), 0)::BIGINT AS late_minutes
FROM (SELECT *, first_reported AND first_a >= 5 AND first_a < first_s AS late FROM days WHERE day_no <= 20) GROUP BY pupil;

-- S06: the last 40 school days.
CREATE OR REPLACE TEMP TABLE last_40_days AS
SELECT pupil, count(*) AS days, sum(s)::BIGINT AS s, sum(d)::BIGINT AS d, sum(v)::BIGINT AS v, sum(u)::BIGINT AS u,
       count(*) FILTER (WHERE u >= 20) AS invalid_days
FROM days WHERE day_no <= 40 GROUP BY pupil;

-- S03: the last 15 school weeks.
CREATE OR REPLACE TEMP TABLE last_15_weeks AS
SELECT pupil, count(*) FILTER (WHERE known) AS known, count(*) FILTER (WHERE absent) AS absent
FROM days WHERE week_no <= 15 GROUP BY pupil;

-- S04: the last 10 school weeks.
CREATE OR REPLACE TEMP TABLE last_10_weeks AS
SELECT pupil, count(DISTINCT week) AS weeks, count(DISTINCT week) FILTER (WHERE absent) AS absent_weeks
FROM days WHERE week_no <= 10 GROUP BY pupil;

-- S05: full-absent known days in a row, back from the latest known day; unknown days neither break the run nor add to it.
CREATE OR REPLACE TEMP TABLE trailing_run AS
WITH known_days AS (
    SELECT pupil, date, full_absent, row_number() OVER (PARTITION BY pupil ORDER BY date DESC) AS back FROM days WHERE known
), run AS (
    SELECT pupil, coalesce(min(back) FILTER (WHERE NOT full_absent) - 1, count(*)) AS run FROM known_days GROUP BY pupil
), began AS (
    SELECT pupil, run, date AS first_day FROM run LEFT JOIN known_days USING (pupil) WHERE back = greatest(run, 1)
)
SELECT pupil, run, CASE WHEN run > 0 THEN first_day END AS first_day,
       count(*) FILTER (WHERE run > 0 AND NOT known AND date > began.first_day) AS unknown
FROM began JOIN days USING (pupil) GROUP BY pupil, run, began.first_day;

--------------------------------------------------------------------------------------------- S07, S08: one subject, one weekday stands out

-- S07: reported lessons on known days when the pupil was in school, last 40 school days; missed = at least half the lesson.
CREATE OR REPLACE TEMP TABLE by_subject AS
WITH counts AS (
    SELECT pupil, subject, count(*) AS n, count(*) FILTER (WHERE 2 * lesson.a >= lesson.s) AS m
    FROM kept AS lesson JOIN days USING (pupil, date)
    WHERE reported AND known AND NOT full_absent AND day_no <= 40 GROUP BY pupil, subject
), contrast AS (
    SELECT *, sum(n) OVER own AS total, total - n AS n_o, sum(m) OVER own - m AS m_o FROM counts WINDOW own AS (PARTITION BY pupil)
)
SELECT pupil, total::BIGINT AS n, coalesce(string_agg(subject, ',' ORDER BY subject) FILTER (WHERE stands_out(n, m, n_o, m_o)), '') AS which
FROM contrast GROUP BY pupil, total;

-- S08: known and absent days by weekday, Monday (1) to Friday (5), last 15 school weeks.
CREATE OR REPLACE TEMP TABLE by_weekday AS
WITH counts AS (
    SELECT pupil, isodow(date) AS weekday, count(*) AS n, count(*) FILTER (WHERE absent) AS m
    FROM days WHERE known AND week_no <= 15 AND weekday <= 5 GROUP BY pupil, weekday
), contrast AS (
    SELECT *, sum(n) OVER own AS total, total - n AS n_o, sum(m) OVER own - m AS m_o FROM counts WINDOW own AS (PARTITION BY pupil)
)
SELECT pupil, total::BIGINT AS n, coalesce(string_agg(weekday, ',' ORDER BY weekday) FILTER (WHERE stands_out(n, m, n_o, m_o)), '') AS which
FROM contrast GROUP BY pupil, total;

----------------------------------------------------------------------------------- S10: clearly worse than before, beyond what peers show

-- Valid pupil-weeks, in the band of the grade on the week's last day; r numbers them backwards, the latest being 1.
CREATE OR REPLACE TEMP TABLE valid_weeks AS
WITH sums AS (
    SELECT pupil, week, arg_max(grade, date) AS grade, sum(s)::BIGINT AS s, sum(d)::BIGINT AS d, sum(a)::BIGINT AS a
    FROM days GROUP BY pupil, week
)
SELECT pupil, week, d, a, row_number() OVER (PARTITION BY pupil ORDER BY week DESC) AS r,
       CASE WHEN grade BETWEEN 0 AND 3 THEN 'F-3' WHEN grade BETWEEN 4 AND 6 THEN '4-6' WHEN grade BETWEEN 7 AND 9 THEN '7-9' END AS band
FROM sums WHERE d > 0 AND 2 * d >= s;

-- y: the pupil's own rate. g: the rate of everybody else in the band that week, if there are at least 20 of them.
CREATE OR REPLACE TEMP TABLE week_rates AS
WITH peers AS (
    SELECT band, week, sum(a)::BIGINT AS ga, sum(d)::BIGINT AS gd, count(*) AS gn FROM valid_weeks GROUP BY band, week
)
SELECT pupil, week, r, d, a, 1_000_000 * a // d AS y, CASE WHEN gn >= 21 THEN 1_000_000 * (ga - a) // (gd - d) END AS g
FROM valid_weeks LEFT JOIN peers USING (band, week);

-- Baseline: valid weeks 9 to 16, at least four of them. The season is known only if the peers are known in every baseline week.
CREATE OR REPLACE TEMP TABLE baseline AS
SELECT pupil, (1_000_000 * sum(a) // sum(d))::BIGINT AS b, CASE WHEN count(g) = count(*) THEN (sum(d * g) // sum(d))::BIGINT END AS season
FROM week_rates WHERE r BETWEEN 9 AND 16 GROUP BY pupil HAVING count(*) >= 4;

-- Monitored: valid weeks 8 to 1. x is how far the week lies above the expected e, at most 25 points, less a tolerance of 5 points.
CREATE OR REPLACE TEMP TABLE cusum AS
WITH steps AS (
    SELECT pupil, r, clamp(b + coalesce(g - season, 0), 0, 950_000) AS e, clamp(y - e, -250_000, 250_000) - 50_000 AS x
    FROM week_rates JOIN baseline USING (pupil) WHERE r <= 8
)
SELECT pupil, list_reduce(list(x ORDER BY r DESC), lambda c, x: greatest(0, c + x), 0::BIGINT) AS c FROM steps GROUP BY pupil;

----------------------------------------------------------------------------------------------- S12b and P15: the pupil against the school

-- The school's days and weeks, counted backwards: those on which anybody's day belongs to the school.
CREATE OR REPLACE TEMP TABLE school_days AS
SELECT school, date, week, row_number() OVER (PARTITION BY school ORDER BY date DESC) AS day_no,
       dense_rank() OVER (PARTITION BY school ORDER BY week DESC) AS week_no
FROM (SELECT DISTINCT school, date, week FROM days);

-- S12b: own scheduled minutes in the school's last 4 school weeks, against the lower median of the same school and grade,
-- where at least 10 pupils are counted. Of several schools the one with the lowest share is shown, and decides.
CREATE OR REPLACE TEMP TABLE own_schedule AS
WITH own AS (
    SELECT pupil, school, arg_max(grade, date) AS grade, sum(s)::BIGINT AS own
    FROM days JOIN school_days USING (school, date) WHERE school_days.week_no <= 4 GROUP BY pupil, school
), medians AS (
    SELECT school, grade, count(*) AS peers, list_sort(list(own))[(peers + 1) // 2] AS median
    FROM own GROUP BY school, grade HAVING peers >= 10
)
SELECT pupil, own, median, peers FROM own JOIN medians USING (school, grade)
-- Shares in parts per 10^12 order exactly as the fractions do (medians are far below 10^6 minutes).
QUALIFY row_number() OVER (PARTITION BY pupil ORDER BY 1_000_000_000_000 * own // median, school) = 1;

-- P15: more than 10 of the school's days have passed since the pupil's latest school day.
CREATE OR REPLACE TEMP TABLE stale AS
SELECT pupil, date AS since FROM days JOIN school_days USING (school, date) WHERE days.day_no = 1 AND school_days.day_no - 1 > 10;

--------------------------------------------------------------------------------------------------------------------------- the answers

CREATE OR REPLACE TABLE figures AS
SELECT pupil,
       coalesce(term.known, 0) AS s01_known, coalesce(term.s, 0) AS s01_s, coalesce(term.d, 0) AS s01_d,
       coalesce(term.v, 0) AS s01_v, coalesce(term.u, 0) AS s01_u,
       two.days AS s02_days, two.s AS s02_s, two.d AS s02_d, two.v AS s02_v, two.u AS s02_u,
       three.known AS s03_known, three.absent AS s03_absent,
       four.weeks AS s04_weeks, four.absent_weeks AS s04_absent_weeks,
       trailing_run.run AS s05_run, coalesce(trailing_run.unknown, 0) AS s05_unknown, trailing_run.first_day AS s05_from,
       six.days AS s06_days, six.s AS s06_s, six.d AS s06_d, six.v AS s06_v, six.u AS s06_u, six.invalid_days AS s06_invalid_days,
       coalesce(by_subject.n, 0) AS s07_n, coalesce(by_subject.which, '') AS s07_which,
       coalesce(by_weekday.n, 0) AS s08_n, coalesce(by_weekday.which, '') AS s08_which,
       nine.reported AS s09_reported, nine.late AS s09_late, nine.late_minutes AS s09_late_minutes,
       (SELECT count(*) FROM valid_weeks WHERE valid_weeks.pupil = pupils.pupil) AS s10_weeks,
       baseline.b AS s10_base, baseline.season AS s10_season, cusum.c AS s10_cus,
       planned.s AS s11_planned,
       -- Certain even if the pupil misses nothing more; impossible even if everything unreported and to come is missed.
       CASE WHEN 2 * coalesce(term.a, 0) > planned.s THEN 'certain'
            WHEN 2 * (coalesce(term.a, 0) + planned.s - coalesce(term.d, 0)) <= planned.s THEN 'impossible'
            WHEN planned.s IS NOT NULL THEN 'open' END AS s11_verdict,
       nine.s AS s12a_s, nine.d AS s12a_d,
       own_schedule.own AS s12b_own, own_schedule.median AS s12b_median, own_schedule.peers AS s12b_peers,
       stale.since AS stale_since
FROM pupils
LEFT JOIN term USING (pupil) LEFT JOIN planned USING (pupil)
LEFT JOIN last_10_days AS two USING (pupil) LEFT JOIN last_15_weeks AS three USING (pupil) LEFT JOIN last_10_weeks AS four USING (pupil)
LEFT JOIN trailing_run USING (pupil) LEFT JOIN last_40_days AS six USING (pupil) LEFT JOIN last_20_days AS nine USING (pupil)
LEFT JOIN by_subject USING (pupil) LEFT JOIN by_weekday USING (pupil)
LEFT JOIN baseline USING (pupil) LEFT JOIN cusum USING (pupil)
LEFT JOIN own_schedule USING (pupil) LEFT JOIN stale USING (pupil)
ORDER BY pupil;

-- Each signal: CASE WHEN there is enough data THEN the condition END. A window without reported minutes is thin, so it is NULL.
CREATE OR REPLACE TABLE signals AS
WITH answers AS (
    SELECT pupil, grade,
       CASE WHEN s01_known >= 15 AND NOT thin(s01_s, s01_d) THEN
           coalesce(list_max(list_filter([50, 30, 20, 15, 10, 5], lambda band: 100 * (s01_v + s01_u) >= band * s01_d)), 0)
       END AS s01_band,
       s01_band >= 10 AS s01,
       CASE WHEN s02_days = 10 AND NOT thin(s02_s, s02_d) THEN 4 * (s02_v + s02_u) >= s02_d END AS s02,
       CASE WHEN s03_known >= 20 THEN s03_absent >= 10 END AS s03,
       CASE WHEN s04_weeks >= 8 THEN s04_absent_weeks >= 5 END AS s04,
       s05_run, s05_run >= 10 AS s05,
       CASE WHEN s06_days >= 20 AND NOT thin(s06_s, s06_d) THEN 20 * s06_u >= s06_d AND s06_invalid_days >= 3 END AS s06,
       CASE WHEN s07_n >= 28 THEN s07_which <> '' END AS s07,
       CASE WHEN s08_n >= 28 THEN s08_which <> '' END AS s08,
       CASE WHEN s09_reported >= 10 THEN s09_late >= 5 END AS s09,
       s10_cus >= 400_000 AS s10, s10_cus,
       CASE WHEN grade BETWEEN 0 AND 9 AND s01_known >= 30 AND NOT thin(s01_s, s01_d) THEN 2 * (s01_v + s01_u) > s01_d END AS s11,
       thin(s12a_s, s12a_d) AS s12a,
       coalesce(100 * s12b_own < 75 * s12b_median, false) AS s12b
    FROM figures JOIN pupils USING (pupil)
)
SELECT * FROM answers ORDER BY pupil;
