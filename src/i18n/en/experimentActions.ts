/** English texts of what is done with an experiment as a whole. */
export const experimentActions = {
  'experimentActions.title': 'What to do with {name}',
  'experimentActions.start': 'Start',
  'experimentActions.pause': 'Pause',
  'experimentActions.resume': 'Resume',
  'experimentActions.finish': 'Finish',
  'experimentActions.edit': 'Edit',
  'experimentActions.delete': 'Delete',
  'experimentActions.cancel': 'Cancel',
  'experimentActions.unknown':
    'This version does not know the status “{status}”, so it offers no change of it.',

  'experimentActions.start.title': 'Start “{name}”?',
  'experimentActions.pause.title': 'Pause “{name}”?',
  'experimentActions.resume.title': 'Resume “{name}”?',
  'experimentActions.finish.title': 'Finish “{name}”?',
  'experimentActions.edit.title': 'Change “{name}” while users are in it?',
  'experimentActions.delete.title': 'Delete “{name}”?',

  'experimentActions.start.users':
    'Nobody is in it yet. From now on {share} of new users are put into its groups by their weights, and stay there.',
  'experimentActions.start.all':
    'Nobody is in it yet. From now on new users are put into its groups by their weights, and stay there.',
  'experimentActions.start.design':
    'Weights, traffic share and what groups are given cannot be changed afterwards without a new phase of results.',
  'experimentActions.start.groups': 'It cannot be judged like this:',
  'experimentActions.start.groups.few': 'Fewer than two groups have a weight above 0.',
  'experimentActions.start.groups.control': 'Exactly one group must be the control; {n} are.',
  'experimentActions.pause.users':
    'Users already in it stay in their groups and keep seeing what they see now.',
  'experimentActions.pause.new':
    'New users are not let in until it is resumed: its exposure has a gap, and it takes longer.',
  'experimentActions.resume.users': 'Users already in it have been in their groups all the time.',
  'experimentActions.resume.new': 'New users are let in again, in the same shares.',
  'experimentActions.finish.users':
    'Users already in it leave their groups: they see again what everyone sees who is in no experiment.',
  'experimentActions.finish.mature':
    'Its results go on maturing until what the last users do within the plan’s window has been counted.',
  'experimentActions.finish.final': 'It cannot be started again.',
  'experimentActions.finish.result': 'The result so far: {result}',
  'experimentActions.finish.open':
    'Finished now, the question stays unanswered. To stop new users only, pause it.',
  'experimentActions.edit.phase':
    'Changed weights, another traffic share or another payload begin a new phase: users from before it were chosen in another way and are not pooled with those after it.',
  'experimentActions.edit.refused':
    'The API may refuse such changes. Name, description and goal can be changed at any time.',
  'experimentActions.edit.go': 'Edit all the same',
  'experimentActions.delete.users':
    'Its groups and its results are deleted with it, for everyone. This cannot be undone.',
  'experimentActions.delete.serves':
    'Users already in it leave their groups: they see again what everyone sees who is in no experiment.',
  'experimentActions.delete.type': 'Type the name to delete it: {name}',
  'experimentActions.delete.missing': 'The name is not typed yet as it is written above.',
  'experimentActions.delete.running':
    'It lets users in. Finish it first, so that nobody is left without a group.',

  'experimentActions.shared.name': '“{name}”',
  'experimentActions.shared': {
    one: 'Another experiment has users on the same context key “{key}”: {names}. Whoever is in both sees a mix, and each result holds a part of the other’s effect.',
    other:
      'Other experiments have users on the same context key “{key}”: {names}. Whoever is in several sees a mix, and each result holds a part of the others’ effects.',
  },

  'experimentActions.start.pending': 'Starting…',
  'experimentActions.pause.pending': 'Pausing…',
  'experimentActions.resume.pending': 'Resuming…',
  'experimentActions.finish.pending': 'Finishing…',
  'experimentActions.delete.pending': 'Deleting…',
  'experimentActions.start.failed': 'It was not started',
  'experimentActions.pause.failed': 'It was not paused',
  'experimentActions.resume.failed': 'It was not resumed',
  'experimentActions.finish.failed': 'It was not finished',
  'experimentActions.delete.failed': 'It was not deleted',
  'experimentActions.failed.unsure': 'No clear answer',
  'experimentActions.failed.back': 'What is shown is again what the server says.',
  'experimentActions.failed.forbidden':
    'Your account lacks the right to do this. Ask whoever manages this panel.',
  'experimentActions.failed.refused':
    'The API refused it, for the reason below. Change what it names, then try again.',
  'experimentActions.failed.rateLimited':
    'The API limits how often it is called. Wait a moment, then try again.',
  'experimentActions.failed.unknown':
    'It is not known whether it had its effect. Look at the status before you try again.',
  'experimentActions.dismiss': 'Close',
} as const
