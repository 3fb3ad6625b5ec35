import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import { useEffect, useState, type PropsWithChildren } from 'react'
import { GLOBALS_UPDATED } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'
import { themes } from 'storybook/theming'

/** The frame of every docs page: its colours follow the toolbar's theme, as the stories on it do. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>) {
  const [theme, setTheme] = useState(themeInAddress)
  useEffect(() => {
    const channel = addons.getChannel()
    const follow = ({ globals }: { globals: { theme?: string } }) => setTheme(globals.theme)
    channel.on(GLOBALS_UPDATED, follow)
    return () => channel.off(GLOBALS_UPDATED, follow)
  }, [])
  const isDark =
    theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  return <DocsContainer {...props} theme={isDark ? themes.dark : themes.light} />
}

/** The toolbar's theme when the page is opened, as in `?globals=theme:dark;locale:de-DE`. */
function themeInAddress(): string | undefined {
  const globals = new URLSearchParams(location.search).get('globals')
  return /(?:^|;)theme:(\w+)/.exec(globals ?? '')?.[1]
}
