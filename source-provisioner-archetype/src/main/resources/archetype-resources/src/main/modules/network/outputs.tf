output "name" {
  description = "The name of the network"
  value       = local.name
}

output "cidr_block" {
  description = "The address range of the network"
  value       = var.cidr_block
}
