import { done } from '../../kernel/outcome.ts'
import { hashPassword } from '../../people/index.ts'
import { WrongConfiguration } from '../../platform/config/index.ts'
import { type Database, transact } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { demoPassword } from './cast.ts'
import { asOwner, installationOf, markInstallation, whoIsThere } from './demo.store.ts'
import { tellTheStory } from './story.ts'

/** Fills an empty database with the world of the demo, once; refuses a database that is in real use. */
export async function loadDemo(
  { db }: Pick<Platform, 'db'>,
  { ownerUrl }: { readonly ownerUrl: string },
): Promise<void> {
  const installation = await installationOf(db)
  if (installation?.demo) return
  if (installation || (await whoIsThere(db)).anybody) {
    throw new WrongConfiguration(
      'DATABASE_URL names a database in real use, which the demo must not touch. Use “vestibule serve”, or an empty database.',
    )
  }
  const hash = await hashPassword(demoPassword)
  await asOwner(ownerUrl, (owner: Database) =>
    transact(owner, async (tx) => {
      await markInstallation(tx, true)
      await tellTheStory(tx, hash)
      return done(true)
    }),
  )
}

/** Marks a database as a real installation; refuses one that holds the demo, whose people have a public password. */
export async function claimInstallation({ db }: Pick<Platform, 'db'>): Promise<void> {
  const [installation, there] = await Promise.all([installationOf(db), whoIsThere(db)])
  if (installation?.demo || there.demoPeople) {
    throw new WrongConfiguration(
      'DATABASE_URL names the database of a demo: its people have a public password. Use an empty database, or “vestibule demo”.',
    )
  }
  if (!installation) await markInstallation(db, false)
}
