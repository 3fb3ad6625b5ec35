import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import { configure } from 'storybook/test'
import '../src/styles/index.css'
import { writtenTypes } from './argTypes.ts'
import './canvas.css'
import { DocsPage } from './DocsPage.tsx'
import { NETWORKS } from './network.ts'
import { failOnUnanswered, forgetUnanswered, withQonversion } from './withQonversion.tsx'

/** A busy machine is no failure: parts that load late take longer there. */
configure({ asyncUtilTimeout: 5_000 })

const preview = definePreview({
  addons: [addonDocs(), addonA11y()],
  tags: ['autodocs'],
  argTypesEnhancers: [writtenTypes],
  decorators: [withQonversion],
  beforeEach: forgetUnanswered,
  afterEach: failOnUnanswered,
  parameters: {
    // What is right is thousands of cells for a large table: one of each rule is brought along.
    a11y: { test: 'error', options: { resultTypes: ['violations', 'incomplete'] } },
    controls: { expanded: true },
    docs: { container: DocsPage },
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Guides',
          [
            'Getting started',
            'Reading a cohort table',
            'When is a number final?',
            'What each metric means',
            'Is the test done?',
            'Mounting the handler',
            'Cohorts in your code',
          ],
          'Cohorts',
        ],
      },
    },
  },
  initialGlobals: { theme: 'light', locale: 'en-US', timeZone: 'UTC', network: 'fast' },
  globalTypes: {
    theme: toolbar('Theme', 'paintbrush', ['light', 'dark', 'auto']),
    locale: toolbar('Locale', 'globe', ['en-US', 'de-DE', 'ja-JP', 'pt-BR', 'ar-EG']),
    timeZone: toolbar('Time zone', 'time', [
      'UTC',
      'America/Los_Angeles',
      'Asia/Kolkata',
      'Pacific/Auckland',
    ]),
    network: toolbar('Network', 'lightning', NETWORKS),
  },
})

export default preview

function toolbar<const Icon extends string>(name: string, icon: Icon, items: readonly string[]) {
  return {
    name,
    description: name,
    toolbar: { title: name, icon, items: [...items], dynamicTitle: true },
  }
}
