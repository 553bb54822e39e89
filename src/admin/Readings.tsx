'use client'
export function Readings() {
  return null
}
