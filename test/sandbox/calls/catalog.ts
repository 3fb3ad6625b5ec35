import { cursorWalk, idsOf, plain, rowsOf, type CallTable } from './caller.ts'

/** Products, offerings and segments. */
export const catalogCalls: CallTable = {
  v4ListOfferings: cursorWalk,
  v4GetOffering: async ({ ask, other }) => {
    for (const offering_id of idsOf(await other('v4ListOfferings'))) await ask({ offering_id })
  },
  v4CreateOffering: async ({ ask, other, raw }) => {
    await raw({ id: 'first', tag: 1 }, 400, 'cannot_set_main_directly')
    const products = idsOf(await other('v4ListProducts'))
    await ask({ id: 'winter', product_ids: products })
    await ask({ id: 'empty', tag: 0 })
    await ask({ id: 'winter' }, 409, 'already_exists')
    await ask({ id: 'other', product_ids: ['nothing'] }, 400, 'product_not_in_project')
  },
  v4UpdateOffering: async ({ ask, other, raw }) => {
    const [offering_id] = idsOf(await other('v4ListOfferings'))
    await raw({ offering_id, tag: 1 }, 400, 'cannot_set_main_directly')
    await ask({ offering_id, product_ids: [] })
    await ask({ offering_id })
    await ask({ offering_id, product_ids: ['nothing'] }, 400, 'product_not_in_project')
  },
  v4DeleteOffering: async ({ ask, other }) => {
    await other('v4CreateOffering', { id: 'winter' })
    await ask({ offering_id: 'winter' })
    await ask({ offering_id: 'winter' }, 404, 'not_found')
    const main = rowsOf(await other('v4ListOfferings')).find((row) => row['tag'] === 1)
    await ask({ offering_id: main?.['id'] }, 422)
  },
  v4SetMainOffering: async ({ ask, other }) => {
    await other('v4CreateOffering', { id: 'winter' })
    await ask({ offering_id: 'winter' })
    await ask({ offering_id: 'main_yearly_first' }, 422, 'cannot_setmain_experiment_variant')
  },
  v4ListProducts: async (caller) => {
    await cursorWalk(caller)
    await caller.ask({ filter: { type: ['subscription', 'consumable'] } })
  },
  v4GetProduct: async ({ ask, other }) => {
    for (const product_id of idsOf(await other('v4ListProducts'))) await ask({ product_id })
  },
  v4CreateProduct: async ({ ask }) => {
    await ask({ id: 'gold', type: 'subscription', duration: 'P1M', apple_product_id: 'a.gold' })
    await ask({ id: 'coin', type: 'consumable' })
    await ask({ id: 'gold', type: 'lifetime' }, 409, 'already_exists')
    await ask({ id: 'bad', type: 'lifetime', duration: 'P1M' }, 400, 'invalid_data')
  },
  v4UpdateProduct: async ({ ask, other }) => {
    await other('v4CreateProduct', { id: 'gold', type: 'subscription', duration: 'P1M' })
    await ask({ product_id: 'gold', duration: 'P1Y', google_product_id: null })
    await ask({ product_id: 'gold', type: 'consumable' }, 400, 'invalid_data')
  },
  v4DeleteProduct: async ({ ask, other }) => {
    await other('v4CreateProduct', { id: 'gold', type: 'lifetime' })
    await ask({ product_id: 'gold' })
    await ask({ product_id: 'gold' }, 404, 'not_found')
  },
  v4ListSegments: cursorWalk,
  v4ListSystemSegments: plain,
  v4GetSegment: async ({ ask, other }) => {
    const lists = [await other('v4ListSegments'), await other('v4ListSystemSegments')]
    for (const segment_id of lists.flatMap(idsOf)) await ask({ segment_id })
  },
  v4CreateSegment: async ({ ask }) => {
    const conditions = [{ metric: 'target_platform', comparator: 'eq', value: 'iOS', negate: true }]
    await ask({ name: 'Not iOS', conditions })
    await ask({ name: 'All of them' })
    await ask({ name: 'Not iOS' }, 409, 'already_exists')
    await ask({ name: '' }, 400, 'invalid_data')
  },
  v4UpdateSegment: async ({ ask, other }) => {
    const { id: segment_id } = await other('v4CreateSegment', { name: 'Mine' })
    await ask({ segment_id, name: 'Ours', conditions: [] })
    await ask({ segment_id, name: '' }, 400, 'invalid_data')
    await ask({ segment_id: 'all-users', name: 'Taken over' }, 422, 'validation_error')
  },
  v4DeleteSegment: async ({ ask, other }) => {
    const { id: segment_id } = await other('v4CreateSegment', { name: 'Mine' })
    await ask({ segment_id })
    await ask({ segment_id }, 404, 'not_found')
    await ask({ segment_id: 'all-users' }, 409, 'state_conflict')
  },
  v4ListEntitlements: cursorWalk,
  v4GetEntitlement: ({ ask }) => ask({ entitlement_id: 'premium' }),
  v4CreateEntitlement: async ({ ask, raw }) => {
    await ask({ id: 'vip', description: 'Very important', product_ids: ['premium_yearly'] })
    await ask({ id: 'vip' }, 409, 'already_exists')
    await ask({ id: 'plain', description: null, product_ids: null })
    await ask({ id: 'none', product_ids: ['nothing'] }, 400, 'invalid_data')
    await raw({ id: 7 }, 400, 'invalid_data')
  },
  v4UpdateEntitlement: async ({ ask }) => {
    await ask({ entitlement_id: 'premium', description: null })
    await ask({ entitlement_id: 'premium', product_ids: ['premium_monthly', 'premium_yearly'] })
    await ask({ entitlement_id: 'premium', product_ids: ['nothing'] }, 400, 'invalid_data')
  },
  v4DeleteEntitlement: async ({ ask }) => {
    await ask({ entitlement_id: 'beta' })
    await ask({ entitlement_id: 'beta' }, 404, 'not_found')
  },
}
