/** English texts of the charts. */
export const charts = {
  'charts.line': 'line chart',
  'charts.heat': 'heat map',
  'charts.table': 'Data table',
  'charts.table.more': { one: 'Show {n} more row', other: 'Show more of {n} further rows' },
  'charts.legend': 'Lines',
  'charts.legend.all': 'Name all {n} lines',
  'charts.keys':
    'Arrow keys read the points: left and right along a line, up and down to the next one. Escape stops reading.',
  'charts.keys.heat':
    'Arrow keys read the cells, Home and End the ends of a row. Escape stops reading.',
  'charts.empty': 'Nothing to draw yet',
  'charts.point': '{series}, {x}: {y}.',
  'charts.value.unfinished': '{y}, not final',
  'charts.value.interval': '{y} ({low} to {high})',
  'charts.value.noted': '{y}, {note}',
  'charts.interval': '95% interval: {low} to {high}.',
  'charts.x.joined': 'Time since joining',
  'charts.x.renewals': 'Payment of a subscription',
  'charts.unfinished': 'Dashed and hollow: not final',
  'charts.full': 'At most {n} lines are drawn at a time: hide one to show another.',
} as const
