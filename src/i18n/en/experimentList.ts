/** English texts of the list of experiments. */
export const experimentList = {
  'experimentList.title': 'Experiments',
  'experimentList.loading': 'Loading experiments',
  'experimentList.filter': 'Which experiments',
  'experimentList.count': {
    one: '{shown} of {n} experiment',
    other: '{shown} of {n} experiments',
  },
  'experimentList.asOf': 'As of {time}',
  'experimentList.search': 'Search',
  'experimentList.search.in': 'Name, alias, context key',
  'experimentList.create': 'New experiment',

  'experimentList.status': 'Status',
  'experimentList.status.any': 'All',
  'experimentList.status.all': 'All ({n})',
  'experimentList.status.counted': '{status} ({n})',
  'experimentList.status.draft': 'Draft',
  'experimentList.status.active': 'Running',
  'experimentList.status.paused': 'Paused',
  'experimentList.status.finished': 'Finished',
  'experimentList.status.unknown': 'Unknown',

  'experimentList.column.name': 'Experiment',
  'experimentList.column.status': 'Status',
  'experimentList.column.dates': 'Dates',
  'experimentList.column.days': 'Days',
  'experimentList.column.metric': 'Primary metric',
  'experimentList.column.health': 'Health',
  'experimentList.column.result': 'Result',

  'experimentList.dates.none': 'Not started',
  'experimentList.dates.since': 'Since {day}',
  'experimentList.dates.open': 'From {day}, end unknown',
  'experimentList.dates.unknown': 'Dates unknown',
  'experimentList.days': { one: '{n} day', other: '{n} days' },
  'experimentList.days.paused': {
    one: '{n} day, pauses included',
    other: '{n} days, pauses included',
  },
  'experimentList.metric.none': 'None chosen',

  'experimentList.health.healthy': 'Healthy',
  'experimentList.health.warned': 'Warning',
  'experimentList.health.unhealthy': 'Unhealthy',

  'experimentList.result.none': 'No results yet',
  'experimentList.result.draft': 'Not started',
  'experimentList.result.loading': 'Loading…',
  'experimentList.result.failed': 'Could not be loaded',

  'experimentList.empty': 'No experiments yet',
  'experimentList.empty.none': 'Nobody has made one in this project.',
  'experimentList.empty.project': 'Another project was meant: look at which one is chosen.',
  'experimentList.filtered': 'No experiment fits',
  'experimentList.filtered.status': 'None has the status “{status}”.',
  'experimentList.filtered.search': 'None has all words of “{search}”.',
  'experimentList.filtered.all': 'Show all',

  'experimentList.partial':
    'The results could not be loaded, so health and result are missing. The list itself is whole.',
  'experimentList.most': {
    one: 'Results are shown for {n} experiment, the API’s most for one question; another shows its own when it is opened.',
    other:
      'Results are shown for {n} experiments, the API’s most for one question; others show theirs when they are opened.',
  },
  'experimentList.setAside': {
    one: '{n} experiment has a layout that this version cannot read and is not shown.',
    other: '{n} experiments have a layout that this version cannot read and are not shown.',
  },
  'experimentList.hasMore':
    'The API has more experiments than it sent; those are not in this list.',
} as const
