import { Fragment, type ReactNode } from 'react'
import type { Span } from './gridWindow.ts'
import { ColumnGap } from './GridGap.tsx'

/** The cells of a row by blocks of columns, with room for what is not drawn before and between them. */
export function drawBlocks(
  blocks: readonly Span[],
  draw: (block: Span) => ReactNode,
): readonly ReactNode[] {
  return blocks.map((block, index) => {
    const gap = block.from - (blocks[index - 1]?.to ?? 0)
    return (
      <Fragment key={block.from}>
        {gap > 0 && <ColumnGap columns={gap} />}
        {draw(block)}
      </Fragment>
    )
  })
}
