variable "namespace" {
  description = "What every name starts with"
  type        = string
}

variable "region" {
  description = "Where the network stands"
  type        = string
}

variable "stage" {
  description = "The stage: dev or prod"
  type        = string
}

variable "cidr_block" {
  description = "The address range of the network"
  type        = string
}

variable "deletion_protection" {
  description = "Whether the network may not be deleted"
  type        = bool
  default     = false
}
