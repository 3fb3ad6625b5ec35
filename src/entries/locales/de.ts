export { de } from '../../i18n/locales/de.ts'
