import type { Guard } from './guardList.ts'

/** Those of the handler, which its own tests must miss. */
export const handlerGuards: readonly Guard[] = [
  {
    name: 'handler: what is not offered is denied',
    file: 'src/server/question.ts',
    code: 'if (offered !== true) throw denied(offered)',
    without: '',
  },
  {
    name: 'handler: the grant narrows',
    file: 'src/server/createHandler.ts',
    code: 'if (verdict !== true) throw denied(verdict)',
    without: '',
  },
  {
    name: 'handler: the key of the granted project',
    file: 'src/server/createHandler.ts',
    code: 'settings.keyOf(grant.project)',
    without: "settings.keyOf('acme')",
  },
  {
    name: 'handler: writes are the page’s own',
    file: 'src/server/question.ts',
    code: "operation.kind === 'write' ? foreignness(request, settings.origins) : null",
    without: 'null',
  },
  {
    name: 'handler: no word on where a write comes from',
    file: 'src/server/origins.ts',
    code: 'if (origin === null && site === null)',
    without: 'if (false)',
  },
  {
    name: 'handler: the address is the one that was checked',
    file: 'src/server/upstream.ts',
    code: "url.origin !== base.origin || url.pathname !== wanted || url.hash !== ''",
    without: 'false',
  },
  {
    name: 'handler: no way up in an id',
    file: 'src/server/question.ts',
    code: 'isStray(String(input[name]))',
    without: 'false',
  },
  {
    name: 'handler: secrets by name',
    file: 'src/server/cleanAnswer.ts',
    code: 'names.some(rules.isTaken) && !isFlag(field, fields[field])',
    without: 'false',
  },
  {
    name: 'handler: secrets that were sent are not quoted back',
    file: 'src/server/createHandler.ts',
    code: 'sent: secretsIn(input), ',
    without: '',
  },
  {
    name: 'handler: the key by value',
    file: 'src/server/cleanAnswer.ts',
    code: 'rules.hasHidden(value) ? rules.withoutHidden(value) : value',
    without: 'value',
  },
  {
    name: 'handler: errors are copied without keys',
    file: 'src/server/report.ts',
    code: 'onError(safeError(reason, key), context)',
    without: 'onError(reason, context)',
  },
  {
    name: 'handler: addresses of files',
    file: 'src/server/exportAddresses.ts',
    code: "protocol === 'https:' && hosts.has(host)",
    without: "protocol === 'https:'",
  },
  {
    name: 'handler: the body is counted',
    file: 'src/server/requestBody.ts',
    code: 'if (length > limit) break',
    without: '',
  },
  {
    name: 'handler: who has least under way goes first',
    file: 'src/server/queue.ts',
    code: 'Math.min(lane.limit, chosen?.[1].running ?? Infinity)',
    without: '(chosen ? 0 : lane.limit)',
  },
  {
    name: 'handler: the upstream call ends with the client',
    file: 'src/server/upstream.ts',
    code: '      signal,\n    })',
    without: '    })',
  },
]
