using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Costs;

/// <summary>The vehicle desk puts a supplier on the contract list.</summary>
[Needs(FleetPermissions.KeepPayees), Display(Name = "登记定点单位")]
public sealed record AddPayee : IAct<Guid>
{
    [Display(Name = "单位名称"), Required, StringLength(120, MinimumLength = 1)] public string Name { get; init; } = "";

    [Display(Name = "服务种类"), Required] public ServiceKind? Service { get; init; }

    [Display(Name = "合同编号"), Required, StringLength(60, MinimumLength = 1)] public string ContractNo { get; init; } = "";

    [Display(Name = "合同起始日"), Required] public DateOnly? From { get; init; }

    [Display(Name = "合同终止日"), Required] public DateOnly? To { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<AddPayee, Guid>
    {
        public async Task<Guid> HandleAsync(AddPayee act, CancellationToken ct)
        {
            var payee = Payee.Contract(Guid.CreateVersion7(), act.Name, act.Service.GetValueOrDefault(), act.ContractNo, act.From.GetValueOrDefault(), act.To.GetValueOrDefault());
            Check.That(!await db.Set<Payee>().AnyAsync(p => p.Name == payee.Name && p.Service == payee.Service && p.From == payee.From, ct), CostChecks.PayeeIsNew, nameof(act.Name));
            db.Add(payee);
            journal.Concerns(FleetKinds.Payee, payee.Id);
            return payee.Id;
        }
    }
}
