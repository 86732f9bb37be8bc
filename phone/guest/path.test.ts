import { describe, expect, it } from 'vitest'
import { guestPath } from './path.ts'

describe('the address of a page of the hall', () => {
  it.each([
    ['/h/', { section: 'hall', id: null }],
    ['/h', { section: 'hall', id: null }],
    ['/h/events', { section: 'events', id: null }],
    ['/h/events/2026-12-05-abc', { section: 'events', id: '2026-12-05-abc' }],
    ['/h/signup/Ab_-9', { section: 'signup', id: 'Ab_-9' }],
    ['/h/signup', null],
    ['/h/book', { section: 'book', id: null }],
    ['/h/book/senior-card', { section: 'book', id: 'senior-card' }],
    ['/h/appointment/Ab_-9', { section: 'appointment', id: 'Ab_-9' }],
    ['/h/appointment', null],
    ['/h/nothing', null],
    ['/t/abc', null],
  ])('%s', (path, meant) => expect(guestPath(path)).toEqual(meant))
})
