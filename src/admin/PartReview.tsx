'use client'
export function PartReview() {
  return null
}
