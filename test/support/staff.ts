import { expect } from 'vitest'
import type { WatchedPage } from './browser'

/** The one-time passwords as the terminal printed them, by user name. */
export function printedPasswords(log: string): Record<string, string> {
  const lines = log.matchAll(/^│\s+([a-z0-9._-]+)\s+([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})\s/gm)
  return Object.fromEntries([...lines].map(([, name, password]) => [name!, password!]))
}

/** Types name and password into the sign-in page. */
export async function signIn(page: WatchedPage, username: string, password: string): Promise<void> {
  await page.goto('/admin/login')
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form button[type=submit]').click()
}

/** The one screen that a one-time password opens: a person chooses an own one. */
export async function chooseOwnPassword(page: WatchedPage, oneTime: string, own: string): Promise<void> {
  await page.locator('input[name=current]').fill(oneTime)
  await page.locator('input[name=password]').fill(own)
  await page.locator('input[name=again]').fill(own)
  await page.getByRole('button', { name: '换密码，开始用' }).click()
  await page.locator('input[name=again]').waitFor({ state: 'detached' })
  expect(page.faults).toEqual([])
}
