import type { ReactElement } from 'react'
import type { Span } from './gridWindow.ts'
import { ColumnGap } from './GridGap.tsx'

/** The cells of a row by blocks of columns, each with a key, with room for what is not drawn before and between them. */
export function drawBlocks(
  blocks: readonly Span[],
  draw: (block: Span) => readonly ReactElement[],
): readonly ReactElement[] {
  return blocks.flatMap((block, index) => {
    const gap = block.from - (blocks[index - 1]?.to ?? 0)
    // One list without a fragment a block: room that grows with a step stays the same element.
    return gap > 0
      ? [<ColumnGap key={`gap ${index > 0}`} columns={gap} />, ...draw(block)]
      : draw(block)
  })
}
