import * as v from 'valibot'
import { noBody, unwrapped } from '../../core/answers.ts'
import { rowsUnder } from '../../core/layouts.ts'
import { cursorPages, listOf } from '../../core/lists.ts'
import { withoutMisfits } from '../../core/misfits.ts'
import { defineOperation } from '../../core/operation.ts'
import { catalog, integration, ofIntegration, readCatalog, slug, stores } from './schemas.ts'

const minute = 60_000

/** Every integration of the project. */
export const listIntegrations = /* @__PURE__ */ defineOperation({
  id: 'v4ListIntegrations',
  resource: 'integrations',
  method: 'GET',
  path: '/integrations',
  kind: 'read',
  summary:
    'Every integration of the project with its state and its last delivery; never its credentials.',
  input: () => v.strictObject({}),
  output: () => listOf(integration()),
  adapt: rowsUnder('integrations'),
  withoutMisfits,
  pages: cursorPages,
  staleTime: minute / 2,
})

/** The providers that can be integrated, by category. */
export const getIntegrationsMeta = /* @__PURE__ */ defineOperation({
  id: 'v4GetIntegrationsMetadata',
  resource: 'integrations',
  method: 'GET',
  path: '/integrations/meta',
  kind: 'read',
  summary: 'Catalog of providers by category, each with its slug and the stores it supports.',
  input: () => v.strictObject({}),
  output: catalog,
  adapt: readCatalog,
  withoutMisfits,
  staleTime: 30 * minute,
})

/** Adds an integration, paused; its credentials are set in Qonversion's dashboard. */
export const createIntegration = /* @__PURE__ */ defineOperation({
  id: 'v4CreateIntegration',
  resource: 'integrations',
  method: 'POST',
  path: '/integrations',
  kind: 'write',
  summary: 'Adds an integration, paused. Its credentials are set in the dashboard, never here.',
  input: () =>
    v.strictObject({
      title: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      integration: slug(),
      target_platform: v.picklist(stores, 'must be iOS, Android or Stripe, in these capitals'),
    }),
  output: () =>
    v.partial(integration(), [
      'object',
      'url',
      'title',
      'integration',
      'target_platform',
      'active',
    ]),
  adapt: unwrapped,
  withoutMisfits,
  // Integrations of files and messages are destinations of reports.
  invalidates: ['integrations', 'scheduled-reports'],
  idempotent: true,
})

/** Pauses (0) or activates (1) an integration. */
export const updateIntegrationStatus = /* @__PURE__ */ defineOperation({
  id: 'v4UpdateIntegrationStatus',
  resource: 'integrations',
  method: 'POST',
  path: '/integrations/{integration_id}/status',
  kind: 'write',
  summary: 'Pauses (0) or activates (1) an integration; 1 also revives a suspended one.',
  input: () =>
    v.strictObject({
      ...ofIntegration(),
      status: v.picklist(
        [0, 1],
        'must be 0 to pause or 1 to activate: 2 is set by failed deliveries only',
      ),
    }),
  output: integration,
  invalidates: ['integrations'],
})

/** Removes an integration: it forwards nothing from now on, and its id is never given again. */
export const deleteIntegration = /* @__PURE__ */ defineOperation({
  id: 'v4DeleteIntegration',
  resource: 'integrations',
  method: 'DELETE',
  path: '/integrations/{integration_id}',
  kind: 'write',
  summary: 'Removes an integration: it stops forwarding, and its id is never reused.',
  input: () => v.strictObject(ofIntegration()),
  output: noBody,
  invalidates: ['integrations', 'scheduled-reports'],
})
