// The pages of the desk: the window for everybody, devices and log for a manager.
export type Page = 'window' | 'devices' | 'acts'
