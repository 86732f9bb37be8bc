// Baseline of the first load: Svelte's runtime and socket.io-client, and nothing that uses them.
import { io } from 'socket.io-client'
import { mount } from 'svelte'
import Hello from './Hello.svelte'

const socket = io({ transports: ['websocket'] })
mount(Hello, { target: document.body, props: { connected: () => socket.connected } })
