import type { ReactNode } from 'react'

/** Props of `Notice`. */
export interface NoticeProps {
  /** `info` explains a number, `warning` doubts it, `error` says that something failed. */
  readonly tone: 'info' | 'warning' | 'error'
  readonly children: ReactNode
}

/** One thing a reader must know, above what it is about. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div
      className="qv-notice"
      data-tone={tone}
      role={tone === 'error' ? 'alert' : 'note'}
      aria-atomic={false}
    >
      {children}
    </div>
  )
}
