export { runDoctor, type DoctorOptions } from '../doctor/doctor.ts'
