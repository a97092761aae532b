export { type Config, readConfig, variables, WrongConfiguration } from './config.ts'
export { makeDataFolder } from './folder.ts'
export { readOrMakeSecret } from './secret.ts'
export { readSettings, type Settings } from './settings.ts'
