'use client'
import { useMemo } from 'react'

/** The same object while it says the same: for a question put together anew at each render. Plain data only. */
export function useSame<Plain extends object>(plain: Plain): Plain {
  const text = JSON.stringify(plain)
  return useMemo(() => JSON.parse(text) as Plain, [text])
}
