// Samples of the voice bank: how loud they are, and how they are written as WAV (22.05 kHz, mono, 16 bit).

export const RATE = 22_050

/** RMS of the samples that are not silence. */
export function loudness(samples: Float32Array): number {
  const heard = samples.filter((sample) => Math.abs(sample) > 0.005)
  return Math.sqrt(heard.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, heard.length))
}

export function peak(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
}

/** 16 bit, mono. */
export function wav(samples: Float32Array): Buffer {
  const data = Buffer.alloc(44 + samples.length * 2)
  data.write('RIFF', 0)
  data.writeUInt32LE(36 + samples.length * 2, 4)
  data.write('WAVEfmt ', 8)
  data.writeUInt32LE(16, 16)
  data.writeUInt16LE(1, 20)
  data.writeUInt16LE(1, 22)
  data.writeUInt32LE(RATE, 24)
  data.writeUInt32LE(RATE * 2, 28)
  data.writeUInt16LE(2, 32)
  data.writeUInt16LE(16, 34)
  data.write('data', 36)
  data.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, index) => data.writeInt16LE(Math.round(sample * 32767), 44 + index * 2))
  return data
}
