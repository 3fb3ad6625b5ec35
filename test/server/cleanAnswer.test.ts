// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { HandlerOptions } from '../../src/server/options.ts'
import { ask, handlerBefore } from './upstream.ts'

/** What comes down of an answer to the viewer of a grant. */
async function shown(
  answer: unknown,
  grant: object = {},
  options: Partial<HandlerOptions> = {},
  path = '/analytics/cohorts',
): Promise<unknown> {
  const { handler } = handlerBefore(() => Response.json(answer), {
    authorize: () => ({ project: 'acme', ...grant }),
    ...options,
  })
  return (await ask(handler, path)).json()
}

describe('a secret in a layout that nobody knows', () => {
  it('is taken out three levels down', async () => {
    const answer = { result: { project: { credentials: { secret_key: 'CANARY', name: 'x' } } } }
    expect(await shown(answer)).toEqual({ result: { project: { credentials: { name: 'x' } } } })
  })

  it.each([
    'secretKey',
    'SECRET_KEY',
    'secret-key',
    'Secret Key',
    'new_secret_key',
    'apiKey',
    'accessToken_',
  ])('is taken out under %s', async (name) =>
    expect(await shown({ data: [{ [name]: 'CANARY', id: 1 }] })).toEqual({ data: [{ id: 1 }] }),
  )

  it.each(['key', 'name', 'code', 'property'])(
    'is taken out of a pair that calls it by %s',
    async (label) => {
      const answer = {
        settings: [
          { [label]: 'api_key', value: 'CANARY' },
          { [label]: 'a', value: 1 },
        ],
      }
      expect(await shown(answer)).toEqual({
        settings: [{ [label]: 'api_key' }, { [label]: 'a', value: 1 }],
      })
    },
  )

  it.each<[string, object]>([
    ['field', { field: 'api_key' }],
    ['label', { label: 'API key' }],
    ['any of several', { key: 'store', name: 'Store', code: 'api_key' }],
  ])('is taken out of a pair that calls it by %s, as is a list of values', async (_, label) => {
    const answer = [
      { ...label, value: 'CANARY' },
      { ...label, values: ['CANARY'] },
    ]
    expect(await shown({ answer })).toEqual({ answer: [label, label] })
  })

  it.each(['secret_keys', 'apiKeys', 'access_token_2'])('is taken out under %s', async (name) =>
    expect(await shown({ [name]: ['CANARY'], id: 1 })).toEqual({ id: 1 }),
  )

  it('is taken out of JSON within a text; any other text stays as it is', async () => {
    const payload = JSON.stringify({ project: { secret_key: 'CANARY', id: 1 } })
    const others = { number: '{ "n": 1.0 }', broken: '{"a":', list: '[x]', lone: '{}' }
    expect(await shown({ payload, ...others })).toEqual({
      payload: '{"project":{"id":1}}',
      ...others,
    })
  })

  it('takes nothing with it that only sounds like one', async () => {
    const answer = {
      context_key: 'a',
      has_service_account_key: true,
      keys: ['k'],
      key: 'v',
      token: 't',
    }
    expect(await shown(answer)).toEqual(answer)
  })
})

describe('a secret field that is allowed by name', () => {
  const answer = { prod_key: 'P', sandbox_key: 'S', list: [{ prod_key: 'P' }] }

  it.each<[string, HandlerOptions['allow'], string[], unknown]>([
    [
      'by handler and grant is kept',
      ['reads', 'prod_key'],
      ['prod_key'],
      { prod_key: 'P', list: [{ prod_key: 'P' }] },
    ],
    ['by the handler alone is not', ['reads', 'prod_key'], [], { list: [{}] }],
    ['by the grant alone is not', ['reads'], ['prod_key'], { list: [{}] }],
  ])('%s', async (_, allow, secrets, expected) => {
    expect(await shown(answer, { secrets }, { allow: allow! })).toEqual(expected)
  })
})

describe('masked fields', () => {
  it('keep the layout: texts give way to dots, all else to null', async () => {
    const answer = {
      email: 'ada@example.com',
      list: [{ eMail: 'b@example.com', age: 7, 'e-mail': { home: 'c@example.com', since: 3 } }],
      other: { email_verified: true, mail: 'kept@example.com' },
    }
    expect(await shown(answer, { maskFields: ['email', 'age'] })).toEqual({
      email: '•••',
      list: [{ eMail: '•••', age: null, 'e-mail': { home: '•••', since: null } }],
      other: { email_verified: true, mail: 'kept@example.com' },
    })
  })

  it('are found in pairs of name and value, as properties of customers are written', async () => {
    const answer = {
      userProperties: [
        { key: '_q_email', value: 'ada@example.com' },
        { key: 'plan', value: 'pro' },
      ],
    }
    expect(await shown(answer, { maskFields: ['_q_email'] })).toEqual({
      userProperties: [
        { key: '_q_email', value: '•••' },
        { key: 'plan', value: 'pro' },
      ],
    })
  })

  it('are found in a pair by each of its names, and in JSON within a text', async () => {
    const pair = { name: 'E-mail', property: '_q_email', value: 'ada@example.com' }
    const answer = { pair, payload: '{"_q_email":"ada@example.com"}' }
    expect(await shown(answer, { maskFields: ['_q_email'] })).toEqual({
      pair: { ...pair, value: '•••' },
      payload: '{"_q_email":"•••"}',
    })
  })

  it('called email cover the property that the API calls _q_email, as the contract writes it', async () => {
    const answer = {
      data: [{ object: 'user_property', key: '_q_email', value: 'ada@example.com' }],
    }
    expect(await shown(answer, { maskFields: ['email'] })).toEqual({
      data: [{ object: 'user_property', key: '_q_email', value: '•••' }],
    })
  })

  it('in other scripts mask themselves alone', async () => {
    const answer = { имя: 'Ада', возраст: 'x', '—': 'y', name: 'z' }
    const expected = { ...answer, имя: '•••' }
    expect(await shown(answer, { maskFields: ['Имя'] })).toEqual(expected)
    expect(await shown(answer, { maskFields: ['_'] })).toEqual(answer)
  })

  it('show no secret that lies under them', async () => {
    const answer = { owner: { email: 'a@example.com', api_key: 'CANARY' } }
    expect(await shown(answer, { maskFields: ['owner'] })).toEqual({ owner: { email: '•••' } })
  })
})

describe('the address of an export’s file', () => {
  const OPTIONS = { exportHosts: ['Files.example.com'] }
  const addressOf = async (download_url: unknown, grant: object = {}, options = {}) => {
    const answer = { object: 'export', url: '/v4/exports/e1', status: 'Done', download_url }
    const all = { ...OPTIONS, ...options }
    const down = (await shown(answer, grant, all, '/exports/e1')) as Record<string, unknown>
    expect(down).toMatchObject({ object: 'export', url: '/v4/exports/e1', status: 'Done' })
    return down['download_url']
  }

  it.each([
    'https://files.example.com/a.csv?signature=x%20y',
    'https://api.qonversion.io/v4/exports/e1/file',
  ])('passes: %s', async (address) => expect(await addressOf(address)).toBe(address))

  it.each([
    'http://files.example.com/a.csv',
    'https://files.example.com:8443/a.csv',
    'https://files.example.com.evil.example/a.csv',
    'https://evil.example/files.example.com',
    'https://user:pass@files.example.com/a.csv',
    'https://files.example.com@evil.example/a.csv',
    'https:evil.example/a.csv',
    '//evil.example/a.csv',
    '\\\\evil.example\\a.csv',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://files.example.com/a.csv',
    'http://127.0.0.1:9/a.csv',
    'not an address',
  ])('does not pass: %s', async (address) => expect(await addressOf(address)).toBeNull())

  it('is checked wherever it stands in an answer', async () => {
    const files = ['https://evil.example/a', 'ht\ntps://evil.example', 'rows 1 to 9', '/v4/exports']
    expect(await shown({ data: [{ files }] }, {}, OPTIONS, '/exports/history')).toEqual({
      data: [{ files: [null, null, 'rows 1 to 9', '/v4/exports'] }],
    })
  })

  it('passes over http from a sandbox on loopback, and from no other server', async () => {
    const sandbox = { upstream: 'http://127.0.0.1:4010/v4' }
    const file = 'http://127.0.0.1:4010/v4/exports/e1/file'
    expect(await addressOf(file, {}, sandbox)).toBe(file)
    expect(await addressOf('http://127.0.0.1:4011/x', {}, sandbox)).toBeNull()
    const plain = { upstream: 'http://api.example/v4' }
    expect(await addressOf('http://api.example/v4/file', {}, plain)).toBeNull()
  })

  it('is kept back from a grant with masks: a file shows everything', async () => {
    const address = 'https://files.example.com/a.csv'
    expect(await addressOf(address, { maskFields: ['email'] })).toBeNull()
  })

  it('that was refused is told to the host with the name to add, never with the signature', async () => {
    const { handler, failures } = handlerBefore(() =>
      Response.json({ download_url: 'https://cdn.example/a.csv?signature=CANARY' }),
    )
    await ask(handler, '/exports/e1')
    const { error, ...context } = failures[0] as { error: Error }
    expect(error.message).toMatch(/cdn\.example.*exportHosts/)
    expect(error.message).not.toContain('CANARY')
    expect(context).toEqual({ operation: 'v4GetExport', project: 'acme' })
  })

  it.each(['https://files.example.com', 'files.example.com/a', 'a b', ''])(
    'has hosts, and "%s" is none',
    (host) =>
      expect(() => handlerBefore(undefined, { exportHosts: [host] })).toThrow(/exportHosts/),
  )
})
