/** The ten queries that an analyst asks first, as the documentation gives them: they run on the public views as they stand here. */
export const analystQueries = {
  rescuedByMonth: `
    select date_trunc('month', timeline_date)::date as month, country, count(*) as incidents,
           sum(rescued) as rescued_at_least, count(*) filter (where timeline_basis <> 'day') as loosely_dated
    from tipwire.incidents where rescued is not null group by 1, 2 order by 1, 2`,
  nationalityByPlace: `
    select n.nationality, e.country as found_in, sum(n.people) as rescued_at_least, count(*) as events
    from tipwire.events e, lateral (select key as nationality, value::int as people from jsonb_each_text(e.by_nationality)) n
    where e.status = 'happened' and e.measure = 'rescued' group by 1, 2 order by 3 desc nulls last`,
  runningTotal: `
    select to_date as as_of, value_low, value_text, date_basis, series_break, reports
    from tipwire.statistics where kind = 'running_total' and measure = 'rescued'
     and said_by = 'Embassy of India, Phnom Penh' and 'IN' = any(nationalities) order by to_date`,
  conflicts: `
    select e.event_id, e.title, v.field, string_agg(distinct v.value_text || case when v.agrees then ' (shown)' else '' end, ' / ') as said
    from tipwire.events e join tipwire.evidence v using (event_id)
    group by 1, 2, 3 having bool_or(not v.agrees)`,
  corroborated: `
    select incident_id, title, reports, independent_sources, verification from tipwire.incidents
    where independent_sources >= 2 and maybe_same_as = '{}' and checked <> 'needs_check' order by timeline_date desc`,
  daysToReport: `
    select e.country, percentile_cont(0.5) within group (order by e.first_reported_at::date - e.occurred_to) as median_days, count(*)
    from tipwire.events e where e.status = 'happened' and e.occurred_from = e.occurred_to group by 1`,
  correctionsOfTheWeek: `
    select c.at::date as day, c.reason, c.title, d.key as field, d.value->>0 as was, d.value->>1 as now, c.replaced_by
    from tipwire.changes c left join lateral jsonb_each(c.diff) d on true
    where c.at > now() - interval '7 days' and c.object = 'event'
      and c.reason in ('correction', 'merge', 'split', 'withdrawn', 'erased', 'review', 'reread')
    order by c.at desc`,
  arrestsToConvictions: `
    select a.incident_id, a.title, a.arrested, b.timeline_date as sentenced_on, b.convicted, b.timeline_date - a.timeline_date as days
    from tipwire.incidents a join tipwire.incidents b on b.follows = a.incident_id
    where a.arrested > 0 and b.convicted > 0`,
  wordsBehind: `
    select v.field, v.value_text, v.quote, r.publisher, r.published_at, r.url
    from tipwire.evidence v join tipwire.reports r using (report_id, event_id)
    where v.event_id = $1 order by v.field, r.published_at`,
  areWeBlind: `
    select country, count(*) as sources, count(*) filter (where state = 'ok' and not silent) as alive,
           max(last_new_content_at) as newest, min(watching_since) as since
    from tipwire.sources group by 1 order by alive, sources desc`,
} as const
