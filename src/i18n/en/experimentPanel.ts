/** English texts of the panel of experiments. */
export const experimentPanel = {
  'experimentPanel.back': 'All experiments',
  'experimentPanel.missing':
    'There is no experiment “{id}” in this project. It may have been deleted, or the link is of another project.',
  'experimentPanel.saved': '“{name}” is saved.',
  'experimentPanel.deleted': '“{name}” is deleted.',
  'experimentPanel.making': '“{name}” is being made. It opens from the list once the API has it.',
} as const
