// What the runtime's list still calls by the name a place had before.
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** The name that a time zone has today; what is no old name stays as it is. */
export function zoneToday(name: string): string {
  return renamed[name] ?? name
}

let zones: readonly string[] | undefined
let known: ReadonlySet<string> | undefined

/** Every time zone by the name it has today, `UTC` first. */
export function timeZones(): readonly string[] {
  const names = () => Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')
  zones ??= ['UTC', ...[...new Set(names().map(zoneToday))].toSorted()]
  return zones
}

/** Whether a text names a time zone of the IANA database, as it is called today or was before. */
export function isTimeZone(name: string): boolean {
  known ??= new Set([...timeZones(), ...Intl.supportedValuesOf('timeZone'), ...Object.keys(renamed)])
  return known.has(name)
}
