import { oneOf, type StoredView } from '../../core/viewParts.ts'
import { COLUMNS, type ExperimentListView, type ExperimentSort } from './list.model.ts'
import { RESULT_VIEW, type ResultView } from './resultView.types.ts'

/** Everything a person chose in a panel of experiments, as plain data: it can be stored, sent and put into an address. */
export interface ExperimentsView extends ExperimentListView {
  /** Id of the experiment that is open; empty for the list. */
  readonly experiment: string
  /** `new` writes a new experiment, `edit` changes the open one; empty for neither. */
  readonly form: '' | 'new' | 'edit'
  /** What is shown of the open experiment's results. */
  readonly results: ResultView
}

/** The list as it is shown first: all of them, the newest first. */
export const LIST_VIEW: ExperimentListView = {
  status: '',
  search: '',
  sort: { by: 'dates', order: 'descending' },
}

const FIRST: ExperimentsView = {
  ...LIST_VIEW,
  status: 'active',
  experiment: '',
  form: '',
  results: RESULT_VIEW,
}

/** The view a panel begins with: what runs, the newest first, unless the host says otherwise. */
export const initialExperimentsView = (given: Partial<ExperimentsView> = {}): ExperimentsView =>
  readExperimentsView(given, FIRST)

/** A whole view out of anything stored: each part on its own, and the fallback's where one is missing, broken or of a newer version. */
export function readExperimentsView(
  stored: StoredView | Partial<ExperimentsView>,
  fallback: ExperimentsView,
): ExperimentsView {
  const given = stored as StoredView
  const experiment = text(given['experiment'], fallback.experiment)
  const form = oneOf(['', 'new', 'edit'], given['form'], fallback.form)
  return {
    ...readListView(given, fallback),
    experiment,
    // There is nothing to change where no experiment is open.
    form: form === 'edit' && experiment === '' ? '' : form,
    results: readResultView(given['results'], fallback.results),
  }
}

/** The parts of a view that say what is listed, each checked. */
export function readListView(
  stored: StoredView | Partial<ExperimentListView>,
  fallback: ExperimentListView,
): ExperimentListView {
  const given = stored as StoredView
  return {
    status: text(given['status'], fallback.status),
    search: text(given['search'], fallback.search),
    sort: readSort(given['sort'], fallback.sort),
  }
}

/** Applies a choice, and what follows from it: an opened experiment shows its results as they are at first. */
export function changeExperimentsView(
  view: ExperimentsView,
  change: Partial<ExperimentsView>,
): ExperimentsView {
  const next = { ...view, ...change }
  const isOther = next.experiment !== view.experiment
  return {
    ...next,
    form: isOther && !change.form ? '' : next.form,
    results: isOther && !change.results ? RESULT_VIEW : next.results,
  }
}

function readSort(stored: unknown, fallback: ExperimentSort): ExperimentSort {
  if (typeof stored !== 'object' || stored === null) return fallback
  const { by, order } = stored as StoredView
  return {
    by: oneOf(COLUMNS, by, fallback.by),
    order: oneOf(['ascending', 'descending'], order, fallback.order),
  }
}

function readResultView(stored: unknown, fallback: ResultView): ResultView {
  if (typeof stored !== 'object' || stored === null) return fallback
  const { baseline, hidden, scale } = stored as StoredView
  const list = typeof hidden === 'string' ? [hidden] : Array.isArray(hidden) ? hidden : []
  return {
    baseline: typeof baseline === 'string' && baseline !== '' ? baseline : null,
    hidden: list.filter((id): id is string => typeof id === 'string' && id !== ''),
    scale: oneOf(['relative', 'absolute', 'perThousand'], scale, fallback.scale),
  }
}

const text = (stored: unknown, fallback: string): string =>
  typeof stored === 'string' ? stored : fallback
