/** English texts that any component may need: actions, problems, environments. */
export const common = {
  /** BCP 47 tag of these texts, for screen readers. */
  language: 'en',

  'action.refresh': 'Refresh',
  'action.refreshing': 'Refreshing…',
  'action.retry': 'Try again',
  'action.csv': 'Download CSV',

  'problem.forbidden': 'You may not see this',
  'problem.forbidden.hint':
    'Your account has no right to this data. Ask whoever manages this panel.',
  'problem.rateLimited': 'Too many requests',
  'problem.rateLimited.hint': 'The API limits how often it answers. Wait a moment.',
  'problem.rateLimited.until': 'The API limits how often it answers. Wait until {time}.',
  'problem.rateLimited.waiting': 'The question is asked again by itself.',
  'problem.transport': 'No answer from the server',
  'problem.transport.hint': 'The connection broke off or the server is not running.',
  'problem.server': 'The server could not answer',
  'problem.server.hint': 'Your question is not at fault. The message below says what is known.',
  'problem.shape': 'The answer cannot be read',
  'problem.shape.hint':
    'This version does not know its layout. The message below says how to read it.',
  'problem.input': 'The question cannot be asked',
  'problem.input.hint': 'Change the controls named below.',
  'problem.other': 'Something went wrong',
  'problem.other.hint':
    'Try again; if it stays, show the message below to whoever manages this panel.',
  'problem.part':
    'This part could not be loaded: the connection broke off, or the page is outdated. Try again, or reload it.',
  'problem.stale': 'Shown below is the last good answer.',

  'environment.sandbox': 'SANDBOX',
  'environment.sandbox.hint': 'Test purchases only. No real money.',
  'environment.production': 'production',
} as const
