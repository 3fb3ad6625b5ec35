import { useCreateSegment, usePermission } from 'qonversion-react'
import { GuardedButton } from 'qonversion-react/components'
import { useState } from 'react'
import { usePanelTexts } from './texts.ts'

const PLATFORMS = ['iOS', 'Android'] as const

/** Adds a segment of the customers on one platform. */
export function NewSegment() {
  const [name, setName] = useState('')
  const [platform, setPlatform] = useState('')
  const create = useCreateSegment()
  const texts = usePanelTexts()
  const { isAllowed, reason } = usePermission('v4CreateSegment')
  const problem = create.error?.fieldErrors['name']?.[0] ?? create.error?.message

  const add = () => {
    const only = { metric: 'target_platform', comparator: 'eq', value: platform } as const
    create.mutate(
      { name: name.trim(), conditions: platform ? [only] : [] },
      { onSuccess: () => setName('') },
    )
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <label className="field">
        {texts.name}
        <input
          value={name}
          required
          maxLength={256}
          readOnly={!isAllowed}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field">
        {texts.platform}
        <select value={platform} onChange={(event) => setPlatform(event.target.value)}>
          <option value="">{texts.everyPlatform}</option>
          {PLATFORMS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <GuardedButton type="submit" blocked={reason} aria-busy={create.isPending}>
        {texts.addSegment}
      </GuardedButton>
      {problem && <p role="alert">{problem}</p>}
      <p role="status">{create.data && !create.error && texts.added(create.data.name)}</p>
    </form>
  )
}
